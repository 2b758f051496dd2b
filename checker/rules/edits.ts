import type { Dockerfile, Instruction } from '../dockerfile/types.ts';
import type { Call } from '../shell/calls.ts';
import type { ShellScript, ShellWord } from '../shell/types.ts';
import type { Fix, Range } from '../types.ts';

/** From the start of one range to the end of another. */
export function span(from: Range, to: Range): Range {
  return { ...from, endLine: to.endLine, endColumn: to.endColumn };
}

/**
 * A fix that writes something else in the place of a text; undefined where the text does not stand exactly once
 * within the range, on one line: what is seen then is not what is typed.
 */
export function writeInstead(
  { path, text, lines }: Dockerfile,
  within: Range,
  wrong: string,
  right: string,
  title = `Write ${right}`,
): Fix | undefined {
  if (within.startLine !== within.endLine) return undefined;
  const start = lines.lineStart(within.startLine) + within.startColumn - 1;
  const end = lines.lineStart(within.endLine) + within.endColumn - 1;
  const at = text.indexOf(wrong, start);
  if (at === -1 || at + wrong.length > end || text.slice(at + 1, end).includes(wrong)) return undefined;
  return { title, edits: [{ file: path, range: lines.range(at, at + wrong.length), text: right }] };
}

/** A fix that deletes an instruction with its lines; another instruction must follow it. */
export function deleteInstruction({ path }: Dockerfile, { startLine, endLine, keyword }: Instruction): Fix {
  const range = { startLine, startColumn: 1, endLine: endLine + 1, endColumn: 1 };
  return { title: `Delete this ${keyword.text.toUpperCase()}`, edits: [{ file: path, range, text: '' }] };
}

/** Whether a word stands in the file just as the shell sees it, so that an edit beside it is safe. */
function isPlain({ range, raw }: ShellWord, script: ShellScript): boolean {
  const length = script.dialect === 'exec' ? JSON.stringify(raw).length : raw.length;
  return range.startLine === range.endLine && range.endColumn - range.startColumn === length;
}

/** A fix that gives a program one more option, right after one of its words; undefined where that is not safe. */
export function insertOption(
  dockerfile: Dockerfile,
  { script }: Call,
  after: ShellWord,
  option: string,
  title: string,
): Fix | undefined {
  if (!isPlain(after, script)) return undefined;
  const { endLine, endColumn } = after.range;
  const range = { startLine: endLine, startColumn: endColumn, endLine, endColumn };
  const text = script.dialect === 'exec' ? `, ${JSON.stringify(option)}` : ` ${option}`;
  return { title, edits: [{ file: dockerfile.path, range, text }] };
}

/** A fix that writes another word in the place of one; undefined where that is not safe. */
export function replaceWord(
  dockerfile: Dockerfile,
  { script }: Call,
  word: ShellWord,
  text: string,
  title: string,
): Fix | undefined {
  if (!isPlain(word, script)) return undefined;
  const replacement = script.dialect === 'exec' ? JSON.stringify(text) : text;
  return { title, edits: [{ file: dockerfile.path, range: word.range, text: replacement }] };
}

/** A fix that adds a last command to a RUN; undefined where what stands there does not simply go on. */
export function appendCommand(
  dockerfile: Dockerfile,
  instruction: Instruction,
  script: ShellScript,
  command: string,
  title: string,
): Fix | undefined {
  if (instruction.name !== 'run' || instruction.command.form !== 'shell') return undefined;
  if (instruction.heredocs.length > 0 || script.dialect !== 'sh' || script.errors.length > 0)
    return undefined;
  const source = instruction.command.script;
  const text = source.text.trimEnd();
  if (/[;&|\\]$|(?:^|\s)#|<</.test(text)) return undefined;
  const { startLine, endLine, endColumn } = source.range(0, text.length);
  const glue = startLine === endLine ? ' ' : ` ${dockerfile.escape}\n    `;
  const range = { startLine: endLine, startColumn: endColumn, endLine, endColumn };
  return { title, edits: [{ file: dockerfile.path, range, text: `${glue}&& ${command}` }] };
}
