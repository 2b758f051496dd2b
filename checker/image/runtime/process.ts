import type { Range } from '../../types.ts';
import { resolvePath } from '../paths.ts';
import type { ImageCommand, Known, StageState } from '../types.ts';
import type { Variables } from '../words.ts';
import { runnerScript } from './package-runner.ts';
import { handsOver } from './shells.ts';
import { readStartScript, type SignalTrap, type StartScript } from './start-script.ts';

type Words = readonly Known<string>[];

/** A program on the way to the application, which is the last one of its chain. */
export interface Link {
  /** As it is called; words that are not known are undefined. */
  argv: Words;
  /** `wrapper` sets something and hands over (env, gosu); `runner` is npm and its like. */
  kind: 'init' | 'shell' | 'wrapper' | 'runner' | 'application';
  /** Whether it stays as the parent of the next; `no` where it hands its process over with exec. */
  stays: Known<boolean>;
  /** It hands over without being told to, which depends on the shell. */
  byItself: boolean;
  /** Of a shell that stays: the signals that it passes on by a trap. */
  traps: readonly SignalTrap[];
  /** Commands that a shell runs before. */
  before: readonly Words[];
}

/** What a container of an image runs, wrappers taken off. */
export interface ContainerProcess {
  /** Program and arguments of the application; words that are not known are undefined. */
  argv: Words;
  /** What is process 1, as long as it does not hand over with `exec`; an init that passes signals on counts as `init`. */
  pid1: 'application' | 'shell' | 'runner' | 'init' | 'unknown';
  /** Every program that is started, outermost first. */
  chain: readonly Link[];
  /** Programs that run before or around it, outermost first: `/bin/sh`, `tini`, `docker-entrypoint.sh`. */
  wrappers: readonly string[];
  /** The first program, which the runtime looks up itself. */
  first: Known<string>;
  /** User that a wrapper (gosu, su-exec) changes to. */
  switchesTo: Known<string> | null;
  /** Working directory that a `cd` in front of it sets, null where there is none. */
  cd: string | null;
  /** A script sets variables before: what the application sees is not what the image says. */
  altersEnvironment: boolean;
  /** The instruction to blame, null where the base image says all. */
  range: Range | null;
  /** Every command of a shell script, with the words that are known; empty in exec form. */
  script: readonly Words[];
}

/** Entrypoints of official images that end in `exec "$@"`. */
const PASSING = new Set([
  'docker-entrypoint.sh',
  'docker-php-entrypoint',
  '__cacert_entrypoint.sh',
  'entrypoint.sh',
]);
const INITS = new Set(['tini', 'tini-static', 'dumb-init', 'catatonit', 'docker-init', 's6-svscan', 'runit']);
/** Options of tini and dumb-init that take a value as a word of its own. */
const VALUED = new Set(['-r', '--rewrite', '-e', '-p']);
const SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'zsh']);
/** More programs than anyone starts one through the other. */
const LONGEST_CHAIN = 12;

/**
 * What a container starts, from ENTRYPOINT and CMD.
 * @returns null when nothing is to be started; undefined where it is not known.
 */
export function containerProcess(state: StageState): Known<ContainerProcess | null> {
  const { entrypoint, cmd } = state.config;
  if (entrypoint === undefined) return undefined;
  if (entrypoint === null)
    return cmd === undefined ? undefined : cmd === null ? null : processOf(state, cmd.argv, rangeOf(cmd));
  if (entrypoint.form === 'shell') return processOf(state, entrypoint.argv, rangeOf(entrypoint));
  if (cmd === undefined) return undefined;
  return processOf(
    state,
    [...entrypoint.argv, ...(cmd?.argv ?? [])],
    (cmd && rangeOf(cmd)) ?? rangeOf(entrypoint),
  );
}

/** What a health check runs, seen the same way. */
export function probeProcess(state: StageState, command: ImageCommand): ContainerProcess {
  return processOf(state, command.argv, rangeOf(command));
}

const rangeOf = ({ instruction }: ImageCommand) => instruction?.range ?? null;

/** What these words start in a container of the stage. */
export function processOf(state: StageState, argv: Words, range: Range | null): ContainerProcess {
  const found: Found = { chain: [], cd: null, switchesTo: null, altersEnvironment: false, script: [] };
  const application = follow(state, argv, found);
  const chain = [...found.chain, link(application, 'application')];
  return {
    argv: application,
    pid1: pid1Of(chain),
    chain,
    wrappers: found.chain.map((each) => nameOf(each.argv)),
    first: argv[0],
    switchesTo: found.switchesTo,
    cd: found.cd,
    altersEnvironment: found.altersEnvironment,
    range,
    script: found.script,
  };
}

/** What is found out on the way. */
interface Found {
  chain: Link[];
  cd: string | null;
  switchesTo: Known<string> | null;
  altersEnvironment: boolean;
  script: readonly Words[];
}

function link(argv: Words, kind: Link['kind'], rest: Partial<Link> = {}): Link {
  return {
    argv,
    kind,
    stays: kind === 'init' || kind === 'runner',
    byItself: false,
    traps: [],
    before: [],
    ...rest,
  };
}

function nameOf(argv: Words): string {
  return argv[0]?.slice(argv[0].lastIndexOf('/') + 1) ?? '';
}

/** Takes wrappers off one by one; what is left is the application. */
function follow(state: StageState, argv: Words, found: Found): Words {
  const [first, ...rest] = argv;
  if (first === undefined || found.chain.length > LONGEST_CHAIN) return argv;
  const name = nameOf(argv);
  const text = textOf(state, first);
  if (text !== null && /^#!.*\b(?:ba|da|a)?sh\b/.test(text))
    return throughFile(state, argv, text, rest, found);
  if (PASSING.has(name) && rest.length > 0 && isOfBase(state, first)) {
    found.chain.push(link(argv, 'shell', { stays: false }));
    // node's adds `node` in front of options and of what is no program.
    const [next] = rest;
    const isNode =
      state.hasCommand('node') === 'yes' &&
      next !== undefined &&
      (next.startsWith('-') || (!next.includes('/') && state.hasCommand(next) === 'no'));
    return follow(state, isNode ? ['node', ...rest] : rest, found);
  }
  if (INITS.has(name)) {
    found.chain.push(link(argv, 'init'));
    const at = rest.findIndex(
      (word, index) => word !== undefined && !word.startsWith('-') && !VALUED.has(rest[index - 1] ?? ''),
    );
    return follow(state, at === -1 ? [] : rest.slice(at), found);
  }
  if (name === 'gosu' || name === 'su-exec') {
    found.chain.push(link(argv, 'wrapper'));
    found.switchesTo = rest[0];
    return follow(state, rest.slice(1), found);
  }
  if (name === 'env') {
    const at = rest.findIndex((word) => word !== undefined && !/^\w+=/.test(word) && !word.startsWith('-'));
    if (at === -1) return argv;
    found.chain.push(link(argv, 'wrapper'));
    return follow(state, rest.slice(at), found);
  }
  const called = runnerScript(state, argv);
  if (called !== null) {
    found.chain.push(link(argv, 'runner'));
    if (called === undefined) return argv;
    return throughShell(state, ['sh', '-c', called], found, (word) => localProgram(state, word));
  }
  if (SHELLS.has(name)) {
    const option = rest.findIndex((word) => word !== undefined && /^-[a-z]*c$/.test(word));
    if (option !== -1) return throughShell(state, argv, found);
    const script = rest.findIndex((word) => word !== undefined && !word.startsWith('-'));
    const own = script === -1 ? null : fileText(state, rest[script]);
    return own === null ? argv : throughFile(state, argv, own, rest.slice(script + 1), found);
  }
  if (PASSING.has(name) && rest.length > 0) {
    found.chain.push(link(argv, 'shell', { stays: undefined }));
    return rest;
  }
  return argv;
}

function isOfBase(state: StageState, program: string): boolean {
  const { entrypoint } = state.config;
  return (
    entrypoint !== null &&
    entrypoint !== undefined &&
    (entrypoint.instruction === null || (entrypoint.argv[0] === program && !program.includes('/')))
  );
}

/** A script that stands in the command itself: `sh -c "..."`. */
function throughShell(
  state: StageState,
  argv: Words,
  found: Found,
  local: (word: Known<string>) => Known<string> = (word) => word,
): Words {
  const option = argv.findIndex((word, at) => at > 0 && word !== undefined && /^-[a-z]*c$/.test(word));
  const text = argv[option + 1];
  if (text === undefined) {
    found.chain.push(link(argv, 'shell', { stays: undefined }));
    return [undefined];
  }
  const script = readStartScript(text, argv.slice(option + 3), variablesOf(state), argv[option + 2] ?? 'sh');
  const stays =
    script.startedBy === 'child' && script.application !== null && !script.holdsOn
      ? negated(handsOver(nameOf(argv), state.distribution))
      : script.startedBy !== 'exec' && script.application !== null;
  const next = enter(argv, script, stays, found, script.startedBy !== 'exec');
  return follow(state, [local(next[0]), ...next.slice(1)], found);
}

/** A script in a file. No shell hands its process over to the last command of one by itself. */
function throughFile(state: StageState, argv: Words, text: string, args: Words, found: Found): Words {
  const script = readStartScript(text, args, variablesOf(state));
  return follow(state, enter(argv, script, script.startedBy !== 'exec', found), found);
}

/** Notes a shell and its script, and says what the script starts. */
function enter(
  argv: Words,
  script: StartScript,
  stays: Known<boolean>,
  found: Found,
  unasked = false,
): Words {
  const { application, cd, altersEnvironment, traps, lines } = script;
  const at = lines.findIndex(
    (line) => line.at(-1) === application?.at(-1) && line.length >= (application?.length ?? 0),
  );
  found.chain.push(
    link(argv, 'shell', {
      stays: application === null ? undefined : stays,
      byItself: unasked && application !== null && stays !== true,
      traps,
      before: lines.slice(0, at === -1 ? lines.length : at),
    }),
  );
  if (cd !== null) found.cd = cd;
  if (found.script.length === 0) found.script = lines;
  found.altersEnvironment ||= altersEnvironment;
  return application === null || application.length === 0 ? [undefined] : application;
}

const negated = (value: Known<boolean>) => (value === undefined ? undefined : !value);

function variablesOf(state: StageState): Variables {
  const { env } = state.config;
  return { get: (name) => env.get(name), has: (name) => env.has(name), complete: false, open: false };
}

/** The text of a program of the image, by path or along PATH; null where there is none that is known. */
function textOf(state: StageState, program: string): string | null {
  if (program.includes('/')) return fileText(state, program);
  for (const directory of (state.config.env.get('PATH') ?? '').split(':')) {
    if (state.files.lookup(`${directory}/${program}`).is === 'present')
      return fileText(state, `${directory}/${program}`);
  }
  return null;
}

function fileText(state: StageState, path: Known<string>): string | null {
  const { workdir } = state.config;
  if (path === undefined || (workdir === undefined && !path.startsWith('/'))) return null;
  const found = state.files.lookup(resolvePath(workdir ?? '/', path));
  return found.is === 'present' && found.node.kind === 'file' && found.node.content.is === 'text'
    ? found.node.content.text
    : null;
}

/** Package runners look for programs in node_modules first. */
function localProgram(state: StageState, word: Known<string>): Known<string> {
  if (word === undefined || word.includes('/')) return word;
  const { workdir } = state.config;
  if (workdir === undefined) return undefined;
  const path = resolvePath(workdir, `node_modules/.bin/${word}`);
  const found = state.files.lookup(path);
  if (found.is === 'present') return path;
  return found.is === 'absent' || state.hasCommand(word) === 'yes' ? word : undefined;
}

function pid1Of(chain: readonly Link[]): ContainerProcess['pid1'] {
  let init = false;
  for (const { kind, stays, byItself, traps } of chain) {
    // Of a shell that hands over by itself nobody should depend on it.
    if (byItself) return 'shell';
    if (kind === 'application' || stays === false) continue;
    if (kind === 'runner') return 'runner';
    if (kind === 'init' || traps.length > 0) init = true;
    else return stays === undefined ? 'unknown' : 'shell';
  }
  return init ? 'init' : 'application';
}
