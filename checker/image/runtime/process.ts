import type { Dockerfile } from '../../dockerfile/types.ts';
import { shellOf } from '../../shell/instruction.ts';
import type { ShellCommand } from '../../shell/types.ts';
import type { Range } from '../../types.ts';
import type { ImageCommand, Known, StageState } from '../types.ts';
import { shellWords, type Variables } from '../words.ts';

/** What a container of an image runs, wrappers taken off. */
export interface ContainerProcess {
  /** Program and arguments of the application; words that are not known are undefined. */
  argv: readonly Known<string>[];
  /** What is process 1, as long as it does not hand over with `exec`. */
  pid1: 'application' | 'shell' | 'init' | 'unknown';
  /** Programs that run before or around it, outermost first: `/bin/sh`, `tini`, `docker-entrypoint.sh`. */
  wrappers: readonly string[];
  /** The first program, which the runtime looks up itself. */
  first: Known<string>;
  /** User that a wrapper (gosu, su-exec) changes to. */
  switchesTo: Known<string> | null;
  /** Working directory that a `cd` in front of it sets, null where there is none. */
  cd: string | null;
  /** The instruction to blame, null where the base image says all. */
  range: Range | null;
  /** Every command of a shell script, with the words that are known; empty in exec form. */
  script: readonly (readonly Known<string>[])[];
}

/** Entrypoints of official images that end in `exec "$@"`. */
const PASSING = new Set([
  'docker-entrypoint.sh',
  'docker-php-entrypoint',
  '__cacert_entrypoint.sh',
  'entrypoint.sh',
]);
const INITS = new Set(['tini', 'tini-static', 'dumb-init', 'catatonit', 's6-svscan', 'runit']);
const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'zsh']);

/**
 * What a container starts, from ENTRYPOINT and CMD.
 * @returns null when nothing is to be started; undefined where it is not known.
 */
export function containerProcess(dockerfile: Dockerfile, state: StageState): Known<ContainerProcess | null> {
  const { entrypoint, cmd } = state.config;
  if (entrypoint === undefined) return undefined;
  if (entrypoint === null)
    return cmd === undefined ? undefined : cmd === null ? null : unwrap(dockerfile, state, cmd, cmd.argv);
  if (entrypoint.form === 'shell') return unwrap(dockerfile, state, entrypoint, entrypoint.argv);
  if (cmd === undefined) return undefined;
  return unwrap(
    dockerfile,
    state,
    cmd?.instruction ? cmd : entrypoint,
    [...entrypoint.argv, ...(cmd?.argv ?? [])],
    entrypoint,
  );
}

/** What a health check runs, seen the same way. */
export function probeProcess(
  dockerfile: Dockerfile,
  state: StageState,
  command: ImageCommand,
): ContainerProcess {
  return unwrap(dockerfile, state, command, command.argv);
}

function unwrap(
  dockerfile: Dockerfile,
  state: StageState,
  command: ImageCommand,
  argv: readonly string[],
  entrypoint: ImageCommand | null = null,
): ContainerProcess {
  const process: ContainerProcess = {
    argv,
    pid1: 'application',
    wrappers: [],
    first: argv[0],
    switchesTo: null,
    cd: null,
    range: command.instruction?.range ?? entrypoint?.instruction?.range ?? null,
    script: [],
  };
  return peel(dockerfile, state, process, command, argv, []);
}

function peel(
  dockerfile: Dockerfile,
  state: StageState,
  process: ContainerProcess,
  command: ImageCommand,
  argv: readonly Known<string>[],
  wrappers: readonly string[],
): ContainerProcess {
  const [first, ...rest] = argv;
  const name = first?.slice(first.lastIndexOf('/') + 1) ?? '';
  const around = [...wrappers, name];
  if (first === undefined) return { ...process, argv, wrappers };
  if (PASSING.has(name) && rest.length > 0 && isOfBase(state, first)) {
    // node's adds `node` in front of options and of what is no program.
    const [next] = rest;
    const isNode =
      state.hasCommand('node') === 'yes' &&
      next !== undefined &&
      (next.startsWith('-') || (!next.includes('/') && state.hasCommand(next) === 'no'));
    return peel(dockerfile, state, process, command, isNode ? ['node', ...rest] : rest, around);
  }
  if (PASSING.has(name) && rest.length > 0)
    return { ...process, argv: rest, wrappers: around, pid1: 'unknown' };
  if (INITS.has(name)) {
    const at = rest.findIndex((word) => word !== undefined && !word.startsWith('-'));
    const inner = peel(dockerfile, state, process, command, at === -1 ? [] : rest.slice(at), around);
    return {
      ...inner,
      pid1: inner.pid1 === 'shell' && !rest.includes('-g') && name !== 'dumb-init' ? 'shell' : 'init',
    };
  }
  if (name === 'gosu' || name === 'su-exec') {
    return { ...peel(dockerfile, state, process, command, rest.slice(1), around), switchesTo: rest[0] };
  }
  if (name === 'env') {
    const at = rest.findIndex((word) => word !== undefined && !/^\w+=/.test(word) && !word.startsWith('-'));
    return at === -1
      ? { ...process, argv, wrappers }
      : peel(dockerfile, state, process, command, rest.slice(at), around);
  }
  if (SHELLS.has(name)) {
    const option = rest.findIndex((word) => word !== undefined && /^-[a-z]*c$/.test(word));
    if (option === -1) return { ...process, argv, wrappers };
    return fromScript(dockerfile, state, process, command, rest[option + 1], around);
  }
  return { ...process, argv, wrappers };
}

function isOfBase(state: StageState, program: string): boolean {
  const { entrypoint } = state.config;
  return (
    entrypoint !== null &&
    entrypoint !== undefined &&
    (entrypoint.instruction === null || (entrypoint.argv[0] === program && !program.includes('/')))
  );
}

/** The application of a script: its last command, or the one that it hands over to with `exec`. */
function fromScript(
  dockerfile: Dockerfile,
  state: StageState,
  process: ContainerProcess,
  command: ImageCommand,
  text: Known<string>,
  wrappers: readonly string[],
): ContainerProcess {
  const script = command.instruction ? shellOf(dockerfile, command.instruction) : null;
  const unknown: ContainerProcess = { ...process, argv: [undefined], pid1: 'unknown', wrappers };
  if (!script || text === undefined || script.commands.length === 0) return unknown;
  const variables: Variables = {
    get: (name) => state.config.env.get(name),
    has: (name) => state.config.env.has(name),
    complete: false,
  };
  const lines = script.commands
    .filter((entry) => entry.name !== null)
    .map((entry) => wordsOf(entry, variables));
  const last = script.commands.filter((entry) => entry.name !== null).at(-1);
  const words = lines.at(-1);
  if (!last || !words) return unknown;
  const cdAt = lines.findLastIndex((line) => line[0] === 'cd');
  const cd = cdAt === -1 ? null : (lines[cdAt]?.[1] ?? null);
  const background = script.commands.some((entry) => entry.after === '&');
  if (background || last.within !== 'list') return { ...unknown, script: lines };
  if (words[0] === 'exec') {
    const inner = peel(dockerfile, state, process, command, words.slice(1), wrappers);
    return { ...inner, script: lines, cd };
  }
  const inner = peel(dockerfile, state, process, command, words, wrappers);
  return { ...inner, pid1: 'shell', script: lines, cd };
}

function wordsOf(command: ShellCommand, variables: Variables): Known<string>[] {
  return [command.name, ...command.args].flatMap((word) =>
    word === null ? [] : shellWords(word, variables),
  );
}
