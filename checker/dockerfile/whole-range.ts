import type { Range } from '../types.ts';
import type { Instruction } from './types.ts';

/** The instruction from the line that it is known by, even where its keyword only follows after a lone continuation. */
export function wholeRange({ range, startLine }: Pick<Instruction, 'range' | 'startLine'>): Range {
  return range.startLine === startLine ? range : { ...range, startLine, startColumn: 1 };
}
