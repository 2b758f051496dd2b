import type { Known, StageState } from '../types.ts';
import type { ContainerProcess, Link } from './process.ts';
import { codeOf, endsByDefault, type Handling, handlingOf, signalName } from './signals.ts';

export interface StopOptions {
  /** `docker run --init`: an init of Docker's in front of everything. */
  init: boolean;
  /** Seconds until SIGKILL, 10 unless `docker stop --timeout` says otherwise. */
  timeout: number;
}

/** What happens after `docker stop`, in order. Processes are named by their place in `Stop.running`. */
export type StopEvent =
  | { what: 'sent'; to: number; signal: string }
  /** Process 1 has no handler for it, and so the kernel does not deliver it. */
  | { what: 'dropped'; by: number }
  /** Its default action is to do nothing. */
  | { what: 'ignored'; by: number }
  | { what: 'passed'; from: number; to: number; signal: string }
  | { what: 'handled'; by: number }
  | { what: 'died'; who: number }
  /** With its child gone, a parent has nothing left to do. */
  | { what: 'followed'; who: number }
  /** The grace period is over. */
  | { what: 'timeout'; seconds: number }
  /** By SIGKILL of the runtime, or of the kernel when process 1 has ended. */
  | { what: 'killed'; who: readonly number[]; by: 'runtime' | 'kernel' }
  /** What cannot be told. */
  | { what: 'open'; by: number };

/** How the application fares: it finishes, is ended in the middle, or is killed when the time is up. */
export type StopOutcome = 'graceful' | 'ended' | 'cut-off' | 'killed' | 'unknown';

export interface Stop {
  /** The processes that run when the stop comes, process 1 first, each the parent of the next. */
  running: readonly Link[];
  /** `SIGTERM`, or what STOPSIGNAL says. */
  signal: string;
  events: readonly StopEvent[];
  outcome: StopOutcome;
  /** Exit code of the container. */
  code: Known<number>;
}

const DOCKER_INIT: Link = {
  argv: ['/sbin/docker-init', '--'],
  kind: 'init',
  stays: true,
  byItself: false,
  traps: [],
  before: [],
};

/**
 * What `docker stop` does to a running container. A signal for which process 1 of a PID namespace has no handler
 * is dropped, and when process 1 ends the kernel kills all others: pid_namespaces(7). What npm, tini and the
 * shells do was tried in a PID namespace with npm 11, tini 0.19, dash 0.5.12 and bash 5.2.
 */
export function stopContainer(state: StageState, process: ContainerProcess, options: StopOptions): Stop {
  const own = process.chain.filter(({ kind, stays }) => kind === 'application' || stays !== false);
  const running = options.init ? [DOCKER_INIT, ...own] : own;
  const sent = signalName(state.config.stopSignal || 'SIGTERM');
  // As it is now: an init may translate it on the way.
  let signal = sent;
  const events: StopEvent[] = [];
  const last = running.length - 1;
  const done = (outcome: StopOutcome, code: Known<number>): Stop => ({
    running,
    signal: sent,
    events,
    outcome,
    code,
  });

  if (state.config.stopSignal === undefined) return done('unknown', undefined);
  events.push({ what: 'sent', to: 0, signal });
  if (signal === 'SIGKILL') {
    events.push({ what: 'killed', who: running.map((_, at) => at), by: 'runtime' });
    return done('killed', 137);
  }
  return deliver(0);

  function deliver(at: number): Stop {
    const link = running[at] as Link;
    if (link.kind === 'application') return toApplication(at);
    if (link.kind === 'init') return pass(at, rewritten(link.argv, signal));
    const trap = link.traps.find(({ on }) => on.some((name) => signalName(name) === signal));
    if (trap) return pass(at, signalName(trap.sends));
    if (link.kind === 'shell' && link.stays === undefined) return open(at);
    if (link.kind === 'runner') {
      const isNpm = link.argv[0]?.replace(/^.*\//, '') === 'npm';
      return isNpm && (signal === 'SIGTERM' || signal === 'SIGINT') ? pass(at) : open(at);
    }
    if (at === 0) return untilTimeout({ what: 'dropped', by: 0 });
    return endsByDefault(signal) ? fall(at) : untilTimeout({ what: 'ignored', by: at });
  }

  function pass(at: number, as: string = signal): Stop {
    signal = as;
    events.push({ what: 'passed', from: at, to: at + 1, signal });
    return deliver(at + 1);
  }

  function open(at: number): Stop {
    events.push({ what: 'open', by: at });
    return done('unknown', undefined);
  }

  function toApplication(at: number): Stop {
    const handling = handlingOf(state, process, signal);
    if (handling.is === 'unknown') return open(at);
    // What a script starts in the background ignores SIGINT and SIGQUIT, unless it sets a handler itself:
    // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_11
    const inBackground = (running[at - 1]?.traps.length ?? 0) > 0;
    if (inBackground && (signal === 'SIGINT' || signal === 'SIGQUIT') && !isOwn(handling))
      return untilTimeout({ what: 'ignored', by: at });
    if (handling.is === 'handled') {
      events.push({ what: 'handled', by: at });
      follow(at);
      return done('graceful', at === 0 || running[at - 1]?.kind === 'init' ? handling.code : undefined);
    }
    if (at === 0) return untilTimeout({ what: 'dropped', by: 0 });
    if (!endsByDefault(signal)) return untilTimeout({ what: 'ignored', by: at });
    events.push({ what: 'died', who: at });
    follow(at);
    return done('ended', codeOf(signal));
  }

  /** A shell between process 1 and the application ends by the signal, and its child is left alone. */
  function fall(at: number): Stop {
    events.push({ what: 'died', who: at });
    follow(at);
    const left = running.map((_, index) => index).slice(at + 1);
    events.push({ what: 'killed', who: left, by: 'kernel' });
    // npm as process 1 ends with an exit code of its own.
    return done('cut-off', running[0]?.kind === 'runner' ? 1 : codeOf(signal));
  }

  /** The parents, from the inside out, end with their child. */
  function follow(at: number): void {
    for (let parent = at - 1; parent >= 0; parent--) events.push({ what: 'followed', who: parent });
  }

  function untilTimeout(event: StopEvent): Stop {
    events.push(event, { what: 'timeout', seconds: options.timeout });
    events.push({ what: 'killed', who: running.map((_, at) => at), by: 'runtime' });
    return done(last >= 0 ? 'killed' : 'unknown', 137);
  }
}

const isOwn = (handling: Handling) => handling.is === 'handled' && !handling.byDefault;

/** `dumb-init --rewrite 15:2` passes SIGTERM on as SIGINT, https://github.com/Yelp/dumb-init#signal-rewriting. */
function rewritten(argv: Link['argv'], signal: string): string {
  if (!argv[0]?.endsWith('dumb-init')) return signal;
  for (const [at, word] of argv.entries()) {
    const rule =
      word === '-r' || word === '--rewrite' ? argv[at + 1] : /^(?:-r|--rewrite=)(.+)$/.exec(word ?? '')?.[1];
    const [from, to] = rule?.split(':') ?? [];
    if (from !== undefined && to !== undefined && signalName(from) === signal) return signalName(to);
  }
  return signal;
}
