/** The vocabulary that exercises are written in; what is asked of Compose files and of second images is in `project.ts`, apart for its weight. */
export { builtWith } from './built-with.ts';
export { editKeepsCached, editReruns, runsStep, type StepRole } from './cache.ts';
export {
  type DockerRun,
  joins,
  onDockerRun,
  ownNamespaces,
  publishes,
  runLimits,
  unprivileged,
} from './docker-run.ts';
export { keepsDownloads } from './downloads.ts';
export { contains, containsNo, noLayerHolds, noSecretIn, readOnlyFor, writesTo } from './files.ts';
export type { Goal, GoalCheck, GoalFacts } from './goal.ts';
export { type HealthcheckWish, healthy } from './health.ts';
export {
  fetchesPackageLists,
  hasNoProgram,
  hasProgram,
  installs,
  installsAtLeast,
  installsNo,
  installsVersion,
} from './packages.ts';
export { builds, exposes, finds, listensOn, receivesSignals, starts } from './run.ts';
export { lentSecret, seesFile } from './secret.ts';
export { baseSmallerThan, imageSmallerThan } from './size.ts';
export { basedOn, setsEnv, usesStage } from './stages.ts';
export { type Runner, runsAs } from './user.ts';
export { all, any, no, onImage, unknown, YES } from './verdict.ts';
