import type { Conversion } from '../dockerfile/convert/convert.ts';
import type { BuildkitWarning } from '../dockerfile/convert/warnings.ts';
import type { Dockerfile } from '../dockerfile/types.ts';
import type { Diagnostic } from '../types.ts';

/**
 * Makes diagnostics say about BuildKit just what BuildKit says: a rule that several tools share may see more
 * than BuildKit does, which stops at the first refusal and obeys `# check=skip=`.
 *
 * @param all - whether the other tools' verdicts count too where the file silences BuildKit's check.
 */
export function reconcileBuildkit(
  diagnostics: readonly Diagnostic[],
  conversion: Conversion,
  dockerfile: Dockerfile,
  all: boolean,
): Diagnostic[] {
  const said = new Set(conversion.warnings.map(key));
  const skipped = new Set(conversion.skipped.map(key));
  return diagnostics.flatMap((diagnostic) => {
    const { refs, range, file } = diagnostic;
    if (file !== dockerfile.path || !refs.some(isBuildkit)) return [diagnostic];
    const twins = refs.filter((ref) => !isBuildkit(ref) || said.has(`${ref}:${range.startLine}`));
    if (twins.length === refs.length) return [diagnostic];
    const silenced = refs.some((ref) => skipped.has(`${ref}:${range.startLine}`));
    if (twins.length === 0 || (silenced && !all)) return [];
    return [{ ...diagnostic, refs: twins }];
  });
}

function isBuildkit(ref: string): boolean {
  return ref.startsWith('buildkit:');
}

function key({ check, line }: BuildkitWarning): string {
  return `buildkit:${check}:${line}`;
}
