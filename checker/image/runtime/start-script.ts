import { parseShell } from '../../shell/parse.ts';
import { fixedSource } from '../../shell/source.ts';
import type { ShellCommand, ShellWord } from '../../shell/types.ts';
import type { Known } from '../types.ts';
import { shellWords, type Variables } from '../words.ts';

type Words = readonly Known<string>[];

/** What a script that starts a container comes to. */
export interface StartScript {
  /** The command that is the application; words that are not known are undefined, null where it is not known at all. */
  application: Words | null;
  /** `exec` replaces the shell, `child` is started by it and waited for, `background` runs beside it. */
  startedBy: 'exec' | 'child' | 'background';
  /** Traps that pass a signal on to what runs in the background, for which the script then waits. */
  traps: readonly SignalTrap[];
  /** The shell has something left to do: a redirection of the application, or a command after it. */
  holdsOn: boolean;
  /** Directory that a `cd` in front of the application sets, null where there is none. */
  cd: string | null;
  /** It sets variables, or reads a file that may: what the application sees is not what the image says. */
  altersEnvironment: boolean;
  /** Every command, with the words that are known. */
  lines: readonly Words[];
}

/** `trap 'kill -INT $pid' TERM`. */
export interface SignalTrap {
  /** Signals as they are written, without `SIG`. */
  on: readonly string[];
  /** The signal that is sent to the application. */
  sends: string;
}

/**
 * Reads a script for a POSIX-like shell as what starts a container.
 * @param called - what the script is called with: its `"$@"`.
 * @param zero - its `$0`.
 */
export function readStartScript(
  text: string,
  called: Words,
  variables: Variables,
  zero?: Known<string>,
): StartScript {
  const nowhere = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  const { commands, errors } = parseShell(fixedSource(text, nowhere));
  const run = commands.filter((entry) => entry.name !== null && entry.within !== 'function');
  const args = argumentsAfterSet(run, called, variables);
  const words = run.map((entry) => wordsOf(entry, args ?? [undefined], variables, zero));
  const at = applicationAt(commands, run, words);
  const found = at === null ? undefined : run[at];
  const command = at === null ? undefined : words[at];
  const before = words.slice(0, at ?? words.length);
  const cd = before.findLast((line) => line[0] === 'cd');
  const isExec = command?.[0] === 'exec';
  const isBackground = found !== undefined && goesToBackground(commands, found);
  const calls = run.some(({ within }) => within === 'function') || commands.some(isFunction);
  const known =
    errors.length === 0 && found?.within === 'list' && (isExec || !calls) && !mayExecBefore(run, words, at);
  return {
    application: known && command ? withoutOptions(isExec ? command.slice(1) : command) : null,
    startedBy: isExec ? 'exec' : isBackground ? 'background' : 'child',
    traps: isBackground && words.some((line) => line[0] === 'wait') ? run.flatMap(signalTrap) : [],
    holdsOn: (found?.redirects.length ?? 0) > 0 || (at !== null && at < run.length - 1),
    cd: cd === undefined ? null : (cd[1] ?? null),
    altersEnvironment:
      commands.some(({ name, assignments }) => assignments.length > 0 && name === null) ||
      (found?.assignments.length ?? 0) > 0 ||
      before.some((line) => ['.', 'source', 'export', 'eval'].includes(line[0] ?? '')),
    lines: words,
  };
}

const isFunction = ({ within }: ShellCommand) => within === 'function';

/** Nobody starts a container for one of these. */
const TRIVIAL = new Set(['true', ':', 'echo', 'exit', 'wait']);

const goesToBackground = (commands: readonly ShellCommand[], command: ShellCommand) =>
  commands[commands.indexOf(command) + 1]?.after === '&';

/** What goes to the background, the first certain `exec`, or the last command that is worth a container. */
function applicationAt(
  commands: readonly ShellCommand[],
  run: readonly ShellCommand[],
  words: readonly Words[],
): number | null {
  const background = run.findIndex((command) => goesToBackground(commands, command));
  if (background !== -1) return background;
  const exec = words.findIndex(
    (line, at) =>
      line[0] === 'exec' && line.length > 1 && run[at]?.within === 'list' && run[at]?.reached === 'always',
  );
  if (exec !== -1) return exec;
  const last = words.findLastIndex((line) => !TRIVIAL.has(line[0] ?? ''));
  return last === -1 ? (run.length === 0 ? null : run.length - 1) : last;
}

/** Under some condition another program takes over before. */
function mayExecBefore(run: readonly ShellCommand[], words: readonly Words[], at: number | null): boolean {
  return words.some((line, index) => index < (at ?? 0) && line[0] === 'exec' && run[index] !== undefined);
}

/** `exec -a name program`. */
function withoutOptions(words: Words): Words {
  if (words[0] === '--') return words.slice(1);
  return words[0] === '-a' ? words.slice(2) : words;
}

function signalTrap({ name, args: [action, ...signals] }: ShellCommand): SignalTrap[] {
  if (name?.text !== 'trap' || action === undefined) return [];
  const kill = /\bkill\b(?:\s+-s\s+|\s+-)?(?:SIG)?([A-Z0-9]+)?/.exec(action.text);
  return kill ? [{ on: signals.map(({ text }) => text), sends: kill[1] ?? 'TERM' }] : [];
}

/** `set -- node server.js` gives the script other arguments: where it stands under a condition, when it has none. */
function argumentsAfterSet(run: readonly ShellCommand[], called: Words, variables: Variables): Words | null {
  const set = run.find(({ name, args }) => name?.text === 'set' && args[0]?.text === '--');
  if (!set) return called;
  const always = set.within === 'list' && set.reached === 'always';
  // The entry scripts of official images put their program in front of options.
  if (!always && called.length > 0) return called[0]?.startsWith('-') === false ? called : null;
  return wordsOf(set, called, variables).slice(2);
}

function wordsOf(
  command: ShellCommand,
  args: Words,
  variables: Variables,
  zero?: Known<string>,
): Known<string>[] {
  return [command.name, ...command.args].flatMap((word) =>
    word === null ? [] : expand(word, args, variables, zero),
  );
}

function expand(
  word: ShellWord,
  args: Words,
  variables: Variables,
  zero: Known<string>,
): readonly Known<string>[] {
  if (/^"?\$\{?0\}?"?$/.test(word.raw)) return [zero];
  if (/^"?\$(@|\{@\}|\*)"?$/.test(word.raw)) return args;
  const position = /^"?\$\{?([1-9])\}?"?$/.exec(word.raw)?.[1];
  if (position !== undefined)
    return [args[Number(position) - 1] ?? (args.includes(undefined) ? undefined : '')];
  return shellWords(word, variables);
}
