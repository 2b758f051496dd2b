import type { WorkdirInstruction } from '../dockerfile/types.ts';
import type { Fix } from '../types.ts';
import { builtOf, neededSteps } from './built.ts';
import { writeInstead } from './edits.ts';
import { rangeOf, unquote, walkStages } from './place.ts';
import type { Finding, Rule, RuleContext, RulePage } from './rule.ts';
import { BuildkitTwin } from './twins.ts';

/** hadolint's view: neither `/`, nor a drive, nor a variable in front. */
export function hadolintWantsAbsolute(path: string): boolean {
  return !/^[$/]/.test(unquote(path)) && !hasDrive(path);
}

/** Trivy's view: a drive with a backslash or a variable anywhere will do. */
export function trivyWantsAbsolute(path: string): boolean {
  return !/^["']?\/|[\w+-]:\\|\$[{}\w+-]/.test(path);
}

const hasDrive = (path: string) => /^\p{L}:/u.test(unquote(path));

function explain(path: string, anchored: boolean): string {
  if (hasDrive(path)) {
    return `A builder on Linux takes ${path} for a relative path. That is fine in a Dockerfile for Windows; otherwise start the path with a slash.`;
  }
  return anchored
    ? `${path} goes on from the WORKDIR before it, so a change there moves this one too. Write the whole path.`
    : `${path} goes on from the directory that the base image happens to set. Start the path with a slash.`;
}

/** Writes out where the path leads, if that is known and the path stands there as it is. */
function absoluteFix(context: RuleContext, instruction: WorkdirInstruction): Fix | undefined {
  const { text, range } = instruction.path;
  if (!/^[\w.][\w./-]*$/.test(text)) return undefined;
  const step = neededSteps(builtOf(context)).find((candidate) => candidate.instruction === instruction);
  const path = step?.after.config.workdir;
  return path === undefined ? undefined : writeInstead(context.dockerfile, range, text, path);
}

export const workdirRelativePage: RulePage = {
  title: 'Start with an absolute WORKDIR',
  why: 'A relative WORKDIR goes on from the one before it, and the first of a stage from whatever the base image left. When that image changes, the files land somewhere else.',
  sources: ['https://docs.docker.com/reference/build-checks/workdir-relative-path/'],
};

export const workdirRelative: Rule = {
  name: 'workdir-relative',
  severity: 'warning',
  refs: ['buildkit:WorkdirRelativePath', 'hadolint:DL3000', 'trivy:DS-0009'],
  set: 'default',
  check(context) {
    const findings: Finding[] = [];
    const buildkit = new BuildkitTwin('WorkdirRelativePath', context);
    walkStages(context.dockerfile, false, (anchored, { instruction, onbuild }) => {
      if (instruction.name !== 'workdir' || buildkit.isSkipped(instruction)) return anchored;
      const { path } = instruction;
      const refs = buildkit.refs(instruction, [
        ...(hadolintWantsAbsolute(path.text) ? ['hadolint:DL3000'] : []),
        ...(trivyWantsAbsolute(path.text) ? ['trivy:DS-0009'] : []),
      ]);
      if (refs.length > 0) {
        findings.push({
          range: rangeOf(instruction, path),
          severity: anchored || hasDrive(path.text) ? 'info' : this.severity,
          message: explain(path.text, anchored),
          refs,
          fix: absoluteFix(context, instruction),
        });
      }
      return onbuild ? anchored : true;
    });
    return findings;
  },
};
