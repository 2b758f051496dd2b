import type { Instruction } from '../dockerfile/types.ts';

/** Whether a RUN keeps a directory out of the layer, by a cache or tmpfs mount on it or on one above it. */
export function isMounted(instruction: Instruction, directory: string): boolean {
  if (instruction.name !== 'run') return false;
  return instruction.mounts.some(({ type, target }) => {
    if ((type !== 'cache' && type !== 'tmpfs') || !target) return false;
    const folder = target.replace(/\/+$/, '');
    return directory === folder || directory.startsWith(`${folder}/`);
  });
}
