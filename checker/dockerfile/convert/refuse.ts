import { ExpandError } from '../expand.ts';
import { quote, RefusalError } from '../refusal.ts';
import type { Instruction, Refusal } from '../types.ts';

/** A refusal with its place; how this module stops where BuildKit stops. */
export class LocatedRefusal extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** Stops with a refusal at an instruction. */
export function refuse(instruction: Instruction, message: string, remedy?: string): never {
  const refusal: Refusal = { message, range: instruction.range, line: instruction.startLine, phase: 'build' };
  if (remedy !== undefined) refusal.remedy = remedy;
  throw new LocatedRefusal(refusal);
}

/** Runs `work`; what it refuses is refused at `instruction`. */
export function refusingAt<Result>(instruction: Instruction, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof RefusalError) refuse(instruction, error.message, error.remedy);
    throw error;
  }
}

/**
 * Expands a word; what cannot be expanded is refused as BuildKit words it.
 * @param prefix - what BuildKit says in front of that.
 */
export function expandingAt<Result>(
  instruction: Instruction,
  text: string,
  expand: () => Result,
  prefix = '',
): Result {
  try {
    return expand();
  } catch (error) {
    if (!(error instanceof ExpandError)) throw error;
    refuse(
      instruction,
      `${prefix}failed to process ${quote(text)}: ${error.message}`,
      'Close the quote or brace, or put a backslash before a $ that is meant as such.',
    );
  }
}
