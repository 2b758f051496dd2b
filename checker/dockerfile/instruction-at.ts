import type { Instruction } from './types.ts';

/** The instruction that a line belongs to; they are in the order of their lines. */
export function instructionAt(instructions: readonly Instruction[], line: number): Instruction | undefined {
  let low = 0;
  let high = instructions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((instructions[middle]?.startLine ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  const found = instructions[low];
  return found && found.startLine <= line && line <= found.endLine ? found : undefined;
}
