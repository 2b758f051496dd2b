import { buildkitRule } from './buildkit.ts';

export const stageNameCasing = buildkitRule(
  'StageNameCasing',
  {
    name: 'stage-name-casing',
    severity: 'info',
    title: 'Write stage names in lower case',
    why: 'BuildKit keeps stage names in lower case. A name that is written otherwise reads as if case mattered, and no longer matches in FROM.',
    page: 'stage-name-casing',
    set: 'default',
  },
  ({ subject }) => ({
    message: `BuildKit knows this stage as ${subject.toLowerCase()}. Write it so, here and where it is used.`,
  }),
);
