import type { Dockerfile } from '../dockerfile/types.ts';
import { isBuilt } from './phase.ts';
import { hasVariable, rangeOf, unquote, walkStages } from './place.ts';
import type { Finding, Rule } from './rule.ts';

/** hadolint's view: neither `/`, nor a drive, nor a variable in front. */
export function hadolintWantsAbsolute(path: string): boolean {
  return !/^([$/]|\p{L}:)/u.test(unquote(path));
}

/** Trivy's view: a drive with a backslash or a variable anywhere will do. */
export function trivyWantsAbsolute(path: string): boolean {
  return !/^["']?\/|[\w+-]:\\|\$[{}\w+-]/.test(path);
}

/** BuildKit's view of one path: relative for certain, the value of a variable in front being unknown. */
export function isRelative(path: string, windows: boolean): boolean {
  const text = unquote(path);
  if (hasVariable(text[0] ?? '')) return false;
  return !(windows ? /^([/\\]|[a-z]:)/i : /^\//).test(text);
}

/** Whether the images of this file are Windows images, where `C:\app` is absolute. */
function isForWindows(dockerfile: Dockerfile): boolean {
  const windows = /windows|nanoserver|servercore/i;
  return dockerfile.escape === '`' || dockerfile.stages.some(({ from }) => windows.test(from.image.text));
}

export const workdirRelative: Rule = {
  name: 'workdir-relative',
  severity: 'warning',
  title: 'Start with an absolute WORKDIR',
  why: 'A relative WORKDIR goes on from the one before it, and the first of a stage from whatever the base image left. When that image changes, the files land somewhere else.',
  refs: ['buildkit:WorkdirRelativePath', 'hadolint:DL3000', 'trivy:DS-0009'],
  sources: ['https://docs.docker.com/reference/build-checks/workdir-relative-path/'],
  set: 'default',
  check({ dockerfile }) {
    const findings: Finding[] = [];
    const windows = isForWindows(dockerfile);
    walkStages(dockerfile, false, (anchored, { instruction, from, onbuild }) => {
      if (instruction.name !== 'workdir') return anchored;
      const { path } = instruction;
      const buildkit = from && !onbuild && !anchored && isBuilt(dockerfile) && isRelative(path.text, windows);
      const refs = [
        ...(buildkit ? ['buildkit:WorkdirRelativePath'] : []),
        ...(hadolintWantsAbsolute(path.text) ? ['hadolint:DL3000'] : []),
        ...(trivyWantsAbsolute(path.text) ? ['trivy:DS-0009'] : []),
      ];
      if (refs.length > 0) {
        findings.push({
          range: rangeOf(instruction, path),
          severity: anchored ? 'info' : this.severity,
          message: anchored
            ? `${path.text} goes on from the WORKDIR before it, so a change there moves this one too. Write the whole path.`
            : `${path.text} goes on from the directory that the base image happens to set. Start the path with a slash.`,
          refs,
        });
      }
      return onbuild ? anchored : true;
    });
    return findings;
  },
};
