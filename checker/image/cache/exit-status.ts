import type { Dockerfile, RunInstruction } from '../../dockerfile/types.ts';
import { shellOf } from '../../shell/instruction.ts';
import type { ShellCommand } from '../../shell/types.ts';
import { resolvePath } from '../paths.ts';
import type { BuiltStep, Known, RanCommand } from '../types.ts';

import { hasProgram } from './debian-programs.ts';

/** What a script returns, followed through `&&`, `||` and `;` as far as the commands' own results are known. */

/** Null where it is not known. */
type Status = number | null;

/**
 * The status with which a RUN certainly fails; null when it succeeds or nothing can be said. Commands that fail for
 * certain wherever they stand are the virtual build's to tell; this is about `exit`, tests and searches.
 */
export function certainFailure(dockerfile: Dockerfile, { instruction, ran }: BuiltStep): number | null {
  if (instruction.name !== 'run') return null;
  const script = shellOf(dockerfile, instruction);
  if (!script || (script.dialect !== 'sh' && script.dialect !== 'exec') || script.errors.length > 0)
    return null;
  // A negation turns the result round, and a command in the background has none yet.
  if (script.dialect === 'sh' && /(?:^|\s)!\s|(?:^|[^&<>|])&(?![&>\d])/.test(scriptText(instruction)))
    return null;
  const simple = script.commands.every(({ within, after }) => within === 'list' && after !== '&');
  return simple ? scriptStatus(script.commands, ran, script.dialect === 'exec') : null;
}

function scriptText({ command, heredocs }: RunInstruction): string {
  const line = command.form === 'shell' ? command.script.text : '';
  return [line, ...heredocs.map(({ content }) => content)].join('\n');
}

function scriptStatus(
  commands: readonly ShellCommand[],
  ran: readonly RanCommand[],
  isExec: boolean,
): number | null {
  let status: Status = 0;
  let stopsOnError = false;
  for (const [index, command] of commands.entries()) {
    // Of a pipeline the last command decides.
    if (commands[index + 1]?.after === '|') continue;
    const first = commands.find(({ pipeline }) => pipeline === command.pipeline) ?? command;
    const starts = first.after !== '&&' && first.after !== '||';
    if (starts && stopsOnError && status !== 0) return status;
    if ((first.after === '&&' && isFailure(status)) || (first.after === '||' && status === 0)) continue;
    const call = callOf(command, ran);
    if (call?.argv[0] === 'set')
      stopsOnError ||= call.argv.some((arg) => /^-[a-z]*e|^errexit$/.test(arg ?? ''));
    const own = call === null ? null : statusOf(call, first !== command, isExec);
    if (call?.argv[0] === 'exit') return isFailure(own) ? own : null;
    status = starts || status !== null ? own : whenPossible(first.after, own);
  }
  return isFailure(status) ? status : null;
}

/** After something that may have failed: `maybe && false` fails either way, `maybe || true` succeeds either way. */
function whenPossible(after: ShellCommand['after'], own: Status): Status {
  if (after === '&&') return isFailure(own) ? own : null;
  return own === 0 ? 0 : null;
}

function isFailure(status: Status): status is number {
  return status !== null && status !== 0;
}

function callOf(command: ShellCommand, ran: readonly RanCommand[]): RanCommand | null {
  // A redirection may fail, or feed what is searched.
  if (command.redirects.some(({ operator }) => operator.startsWith('<'))) return null;
  return ran.find(({ range }) => range === command.range) ?? null;
}

/** @param isExec - no shell in between: the runtime itself looks for the program, and fails with 1. */
function statusOf(call: RanCommand, isPiped: boolean, isExec: boolean): Status {
  const [program, ...args] = call.argv;
  if (program === undefined) return null;
  if (!BUILTINS.has(program) && hasProgram(call.before, program) === 'no') return isExec ? 1 : 127;
  const operands = args.filter((arg) => arg === undefined || !arg.startsWith('-'));
  switch (program) {
    case 'true':
    case ':':
    case 'echo':
    case 'printf':
    case 'pwd':
    case 'id':
    case 'date':
    case 'sleep':
    case 'set':
    case 'export':
      return 0;
    case 'false':
      return 1;
    case 'exit':
      return args.length === 0 ? null : exitCode(args[0]);
    case 'cat':
      return operands.length === 0 ? null : allThere(call, operands, 1);
    case 'ls':
      return allThere(call, operands, call.before.distribution === 'alpine' ? 1 : 2);
    case 'test':
      return testStatus(call, args);
    case '[':
      return args.at(-1) === ']' ? testStatus(call, args.slice(0, -1)) : null;
    case 'grep':
      return isPiped && operands.length < 2 ? null : grepStatus(call, args);
    default:
      return null;
  }
}

/** Of the shell: they are there wherever a shell is. */
const BUILTINS = new Set(
  (
    ': . [ [[ alias bg break builtin cd command continue declare echo eval exec exit export false fg getopts hash jobs kill let local ' +
    'printf pwd read readonly return set shift shopt source test times trap true type ulimit umask unalias unset wait'
  ).split(' '),
);

function exitCode(word: Known<string>): Status {
  return word !== undefined && /^\d+$/.test(word) ? Number(word) % 256 : null;
}

function lookUp(call: RanCommand, path: Known<string>) {
  return path === undefined || call.cwd === undefined
    ? null
    : call.before.files.lookup(resolvePath(call.cwd, path));
}

function allThere(call: RanCommand, paths: readonly Known<string>[], failure: number): Status {
  const found = paths.map((path) => lookUp(call, path)?.is);
  if (found.includes('absent')) return failure;
  return found.every((is) => is === 'present') ? 0 : null;
}

function testStatus(call: RanCommand, words: readonly Known<string>[]): Status {
  if (words.includes(undefined)) return null;
  const [left, operator, right] = words as string[];
  const answer = (is: boolean): Status => (is ? 0 : 1);
  if (words.length === 1) return answer(left !== '');
  if (words.length === 3 && (operator === '=' || operator === '==')) return answer(left === right);
  if (words.length === 3 && operator === '!=') return answer(left !== right);
  if (words.length !== 2) return null;
  if (left === '-n') return answer(operator !== '');
  if (left === '-z') return answer(operator === '');
  const found = lookUp(call, operator);
  if (!found || found.is === 'unknown') return null;
  if (found.is === 'absent') return /^-[bcdefghkLprSsuwx]$/.test(left ?? '') ? 1 : null;
  const { kind } = found.node;
  if (left === '-e') return 0;
  if (left === '-s' && found.node.kind === 'file')
    return found.node.size === undefined ? null : answer(found.node.size > 0);
  if (kind === 'unknown') return null;
  if (left === '-f') return answer(kind === 'file');
  if (left === '-d') return answer(kind === 'dir');
  return null;
}

/** A search for a word without special characters in files whose text is known. */
function grepStatus(call: RanCommand, args: readonly Known<string>[]): Status {
  const options = args.filter((arg) => arg?.startsWith('-'));
  if (args.includes(undefined) || options.some((option) => !/^-[qFE]+$/.test(option ?? ''))) return null;
  const [pattern = '', ...files] = args.filter((arg) => !arg?.startsWith('-')) as string[];
  if (files.length !== 1 || !/^[\w "'@:/=-]+$/.test(pattern)) return null;
  const found = lookUp(call, files[0]);
  if (found?.is === 'absent') return 2;
  if (found?.is !== 'present' || found.node.kind !== 'file' || found.node.content.is !== 'text') return null;
  return found.node.content.text.includes(pattern) ? 0 : 1;
}
