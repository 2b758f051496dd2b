import { checkOptions, directiveAtTop, NO_CHECK_OPTIONS } from './directives.ts';
import { readInstruction, takesHeredocs } from './instructions.ts';
import { type LogicalLines, logicalLines } from './lines.ts';
import { RefusalError } from './refusal.ts';
import { arrangeStages } from './stages.ts';
import type { CheckDirective, Dockerfile, Instruction, Refusal } from './types.ts';

export interface ParseOptions {
  /** Path of the file in its project; `Dockerfile` when not given. */
  path?: string;
  buildArgs?: Readonly<Record<string, string>>;
}

/**
 * Reads a Dockerfile as BuildKit reads it: the same instructions on the same lines, the same refusals.
 * Never throws; reading goes on after a refused instruction, so that an editor has the rest.
 *
 * `refusal` holds what BuildKit's parser refuses. What it refuses only when it puts the stages together
 * is found by `convert` (`convert.ts`).
 */
export function parseDockerfile(text: string, options: ParseOptions = {}): Dockerfile {
  const lines = logicalLines(text, takesHeredocs);
  const instructions = lines.lines.map((line) => readInstruction(line, lines.escape));
  const check = readCheck(text, lines, options.buildArgs);
  const { stages, metaArgs, orphan } = arrangeStages(instructions, options.buildArgs ?? {}, lines.escape);
  return {
    path: options.path ?? 'Dockerfile',
    text,
    lines: lines.index,
    escape: lines.escape,
    directives: lines.directives,
    check: check.options,
    instructions,
    metaArgs,
    stages,
    comments: lines.comments,
    emptyContinuations: lines.emptyContinuations,
    refusal: firstRefusal(text, lines, instructions, orphan, stages.length, check.refusal),
  };
}

function readCheck(
  text: string,
  lines: LogicalLines,
  buildArgs: Readonly<Record<string, string>> | undefined,
): { options: CheckDirective; refusal: Refusal | null } {
  const directive = directiveAtTop(text, 'check');
  const value = buildArgs?.BUILDKIT_DOCKERFILE_CHECK ?? directive?.value;
  if (value === undefined) return { options: NO_CHECK_OPTIONS, refusal: null };
  try {
    return { options: checkOptions(value), refusal: null };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const range = lines.index.lines(directive?.line ?? 1);
    const refusal: Refusal = { message: error.message, range, line: range.startLine, phase: 'syntax' };
    if (error.remedy !== undefined) refusal.remedy = error.remedy;
    return { options: NO_CHECK_OPTIONS, refusal };
  }
}

/** BuildKit splits the whole file first, so any syntax refusal comes before any other. */
function firstRefusal(
  text: string,
  lines: LogicalLines,
  instructions: readonly Instruction[],
  orphan: Instruction | null,
  stageCount: number,
  check: Refusal | null,
): Refusal | null {
  const at = (message: string, remedy: string, line: number, phase: Refusal['phase']): Refusal => ({
    message,
    remedy,
    range: lines.index.lines(Math.min(Math.max(line, 1), lines.index.lineCount)),
    line,
    phase,
  });
  if (text === '') {
    return at('the Dockerfile cannot be empty', 'Begin with FROM and the image to start from.', 1, 'syntax');
  }
  if (check) return check;
  const syntax = instructions.find(({ refusal }) => refusal?.phase === 'syntax')?.refusal;
  if (syntax) return syntax;
  if (lines.stopped && (instructions.length > 0 || !lines.stopped.message.startsWith('dockerfile line'))) {
    return at(lines.stopped.message, lines.stopped.remedy ?? '', lines.stopped.line, 'syntax');
  }
  if (instructions.length === 0) {
    return at('file with no instructions', 'Begin with FROM and the image to start from.', 1, 'syntax');
  }
  for (const instruction of instructions) {
    if (instruction.refusal) return instruction.refusal;
    if (instruction === orphan) {
      return {
        message: 'no build stage in current context',
        remedy: 'Put FROM before it; only ARG may come first.',
        range: instruction.range,
        line: instruction.startLine,
        phase: 'instruction',
      };
    }
  }
  if (stageCount > 0) return null;
  return at('dockerfile contains no stages to build', 'Add FROM and the image to start from.', 1, 'build');
}
