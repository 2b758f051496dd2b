import { checkCompose } from './compose/check.ts';
import { type CheckOptions, judgeProject, type Report } from './judge.ts';
import type { Project } from './types.ts';

export type { CheckOptions, Report } from './judge.ts';

/**
 * Judges a project: BuildKit's refusal and the rules on its Dockerfile, Compose's on the Compose files that it
 * names, and the goals of an exercise. Never throws on any input; what breaks in the checker itself is in
 * `failures`, or a goal's `error`.
 */
export function check(project: Project, options: CheckOptions = {}): Report {
  return judgeProject(project, checkCompose(project, { all: options.all }), options);
}
