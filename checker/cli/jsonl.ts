import { composeLine } from '../compose/jsonl.ts';
import { instructionAt } from '../dockerfile/instruction-at.ts';
import type { Dockerfile } from '../dockerfile/types.ts';
import { predictLine } from '../image/cache/jsonl.ts';
import { check } from '../index.ts';
import { projectFromJsonLine } from '../project.ts';
import { readProject } from '../read-project.ts';
import { REFUSED } from '../refused.ts';
import type { Diagnostic } from '../types.ts';

export interface LineOptions {
  all: boolean;
  predict: boolean;
}

/**
 * Answers one line of the `--jsonl` protocol. A line that cannot be used is answered with its error, and the
 * run goes on.
 */
export function answerLine(line: string, options: LineOptions): object | { id: null; error: string } {
  try {
    const input: unknown = JSON.parse(line);
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      throw new Error('a line holds one JSON object');
    }
    if ('compose' in input) return composeLine(input as Parameters<typeof composeLine>[0], options);
    if (!('dockerfile' in input)) throw new Error('"dockerfile" or "compose" is missing');
    return { id: 'id' in input ? input.id : null, ...judgeLine(input, options) };
  } catch (error) {
    return { id: null, error: error instanceof Error ? error.message : String(error) };
  }
}

function judgeLine(input: object, { all, predict }: LineOptions): object {
  const project = projectFromJsonLine(input);
  const report = check(project, { all });
  const dockerfile = readProject(project);
  return {
    refused: report.refusal?.message ?? null,
    instructions: instructionsOf(dockerfile),
    diagnostics: report.diagnostics
      .filter(({ rule }) => rule !== REFUSED)
      .map((diagnostic) => toLine(diagnostic, dockerfile)),
    ...(predict ? predictLine(input) : {}),
  };
}

/** Instructions as BuildKit splits them, up to the one that it cannot split. */
function instructionsOf({ instructions }: Dockerfile): [name: string, startLine: number, endLine: number][] {
  const broken = instructions.findIndex(({ refusal }) => refusal?.phase === 'syntax');
  return (broken === -1 ? instructions : instructions.slice(0, broken)).map(
    ({ keyword, startLine, endLine }) => [keyword.text.toLowerCase(), startLine, endLine],
  );
}

/**
 * A diagnostic with its lines. What other tools say too is given the line that they name: the first of the
 * instruction, or the one that BuildKit names, which its rules begin on. What is ours alone stands where it stands.
 */
function toLine({ rule, refs, severity, message, file, range }: Diagnostic, dockerfile: Dockerfile) {
  let { startLine: line, endLine } = range;
  const instruction =
    refs.length > 0 && file === dockerfile.path ? instructionAt(dockerfile.instructions, line) : undefined;
  if (instruction) {
    if (!refs.some((ref) => ref.startsWith('buildkit:'))) line = instruction.startLine;
    if (line === instruction.startLine) endLine = instruction.endLine;
  }
  return { rule, refs, severity, message, line, endLine };
}
