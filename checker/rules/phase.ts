import type { Dockerfile, Instruction } from '../dockerfile/types.ts';

/** Whether BuildKit reads this instruction before it refuses the file, if it does: what it warns about while it reads. */
export function isRead(dockerfile: Dockerfile, instruction: Instruction): boolean {
  const { refusal } = dockerfile;
  if (!refusal || refusal.phase === 'build') return true;
  return refusal.phase === 'instruction' && instruction.startLine <= refusal.line;
}

/** Whether BuildKit gets past reading, to the checks that it makes on whole stages. */
export function isBuilt(dockerfile: Dockerfile): boolean {
  return !dockerfile.refusal || dockerfile.refusal.phase === 'build';
}

/** The given twins without those of BuildKit, for what only the others object to. */
export function withoutBuildkit(refs: readonly string[]): string[] {
  return refs.filter((ref) => !ref.startsWith('buildkit:'));
}
