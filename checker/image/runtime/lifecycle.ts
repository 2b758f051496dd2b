import { readProject } from '../../read-project.ts';
import type { Project } from '../../types.ts';
import { buildOf } from '../build.ts';
import type { ImageConfig, Known } from '../types.ts';
import { type ContainerProcess, type Link, processOf } from './process.ts';
import { startVerdict } from './start.ts';
import { type Stop, type StopEvent, type StopOptions, type StopOutcome, stopContainer } from './stop.ts';

export interface LifecycleOptions extends StopOptions {
  /** Words after the image's name in `docker run`; they take the place of CMD. */
  args: readonly string[];
}

/** A word of the command, and what it comes from. */
export interface CommandWord {
  text: string;
  from: 'ENTRYPOINT' | 'CMD' | 'docker run';
}

/** A line of the process tree. */
export interface ProcessView {
  /** Number in the container. Only 1 is sure; the others stand for "another one". */
  pid: number;
  command: string;
  state: 'running' | 'signalled' | 'working' | 'ended' | 'killed';
}

export interface StepView {
  title: string;
  /** One or more sentences; `backticks` mark code. */
  text: string;
  /** The processes at the end of the step, process 1 first, each the parent of the next. */
  processes: readonly ProcessView[];
}

/** The life of a container as plain data for whoever draws it; fit for `postMessage`. */
export interface LifecycleView {
  command: readonly CommandWord[];
  /** Up to and with the start. */
  steps: readonly StepView[];
  outcome: StopOutcome | 'not-started';
  /** Exit code of the container, undefined where it cannot be told. */
  code: Known<number>;
}

/** Starts a container of the project's image on paper, and stops it. */
export function lifecycleView(project: Project, options: LifecycleOptions): LifecycleView {
  const dockerfile = readProject(project);
  const build = buildOf(dockerfile, project);
  const { image } = build;
  const problem =
    dockerfile.refusal?.message ?? build.failure?.message ?? (image ? null : 'the Dockerfile has no FROM');
  if (!image || problem !== null) {
    const text = `\`docker build\` makes no image of this: ${problem}.`;
    return {
      command: [],
      steps: [{ title: 'There is nothing to start', text, processes: [] }],
      outcome: 'not-started',
      code: undefined,
    };
  }
  const { words, note } = composeCommand(image.end.config, options.args);
  const first: StepView = { title: 'The command is put together', text: note, processes: [] };
  const process =
    words === null
      ? null
      : processOf(
          image.end,
          words.map(({ text }) => text),
          null,
        );
  const verdict = startVerdict(image, process);
  if (!process || words === null || verdict.is === 'no') {
    const because = verdict.is === 'no' ? verdict.because : 'What the base image starts is not known.';
    const failed: StepView = { title: 'It does not run', text: because, processes: [] };
    return {
      command: words ?? [],
      steps: [first, failed],
      outcome: 'not-started',
      code: failureCode(because),
    };
  }
  const stop = stopContainer(image.end, process, options);
  return {
    command: words,
    steps: [first, ...startSteps(process, options.init), ...stopSteps(stop)],
    outcome: stop.outcome,
    code: stop.code,
  };
}

/** As the command line reports it, https://docs.docker.com/engine/containers/run/#exit-status. */
function failureCode(because: string): Known<number> {
  if (/exit code (\d+)/.test(because)) return Number(/exit code (\d+)/.exec(because)?.[1]);
  if (/not found in \$PATH|no such file or directory/.test(because)) return 127;
  return /permission denied|exec format error/.test(because) ? 126 : undefined;
}

/** ENTRYPOINT, CMD and the words of `docker run` together. */
function composeCommand(
  { entrypoint, cmd }: ImageConfig,
  args: readonly string[],
): { words: CommandWord[] | null; note: string } {
  const from = (texts: readonly string[], origin: CommandWord['from']) =>
    texts.map((text): CommandWord => ({ text, from: origin }));
  if (entrypoint === undefined || cmd === undefined)
    return { words: null, note: 'What the base image starts is not known.' };
  const given = args.length > 0 ? from(args, 'docker run') : from(cmd?.argv ?? [], 'CMD');
  const replaced =
    args.length > 0 && cmd ? ' The words after the image in `docker run` take the place of CMD.' : '';
  if (entrypoint === null)
    return {
      words: given,
      note: `There is no ENTRYPOINT, so ${args.length > 0 ? 'the words of `docker run` are' : 'CMD is'} the whole command.${args.length > 0 ? replaced : formNote(cmd?.form)}`,
    };
  if (entrypoint.form === 'shell')
    return {
      words: from(entrypoint.argv, 'ENTRYPOINT'),
      note: `ENTRYPOINT in shell form is the whole command, with \`${entrypoint.argv[0]} -c\` in front.${given.length > 0 ? ` ${args.length > 0 ? 'The words of `docker run` are' : 'CMD is'} ignored.` : ''}`,
    };
  const shellCmd =
    cmd?.form === 'shell' && args.length === 0
      ? ' CMD stands in shell form, and so its words begin with `/bin/sh -c`, which the ENTRYPOINT gets as arguments.'
      : '';
  return {
    words: [...from(entrypoint.argv, 'ENTRYPOINT'), ...given],
    note: `ENTRYPOINT comes first${entrypoint.instruction ? '' : ', here the one that the base image brings'}, then ${args.length > 0 ? 'the words of `docker run`' : 'CMD'} as its arguments.${replaced}${shellCmd}`,
  };
}

const formNote = (form: string | undefined) =>
  form === 'shell'
    ? ' In shell form it begins with `/bin/sh -c`.'
    : ' In exec form its words are taken as they are.';

const text = (argv: Link['argv']) => argv.map((word) => word ?? '…').join(' ');
const name = (argv: Link['argv']) => argv[0]?.replace(/^.*\//, '') ?? 'a program that is not known';

/** One step for each program on the way to the application. */
function startSteps({ chain, altersEnvironment }: ContainerProcess, init: boolean): StepView[] {
  const steps: StepView[] = [];
  let live: string[] = init ? ['/sbin/docker-init --'] : [];
  const show = (title: string, words: string) =>
    steps.push({
      title,
      text: words,
      processes: live.map((command, at) => ({ pid: at + 1, command, state: 'running' })),
    });
  for (const [at, link] of chain.entries()) {
    const before = chain[at - 1];
    const replaces = before !== undefined && before.stays === false;
    live = replaces ? [...live.slice(0, -1), text(link.argv)] : [...live, text(link.argv)];
    const pid = live.length;
    const isLast = at === chain.length - 1;
    if (before === undefined) {
      const who = `\`${name(link.argv)}\``;
      show(
        init ? 'Docker starts its init, and the init the command' : 'The first word becomes process 1',
        `${init ? 'With `--init` process 1 is a small init of Docker’s. It starts' : 'The runtime starts'} ${who}${init ? ' as its child.' : ' as process 1 of the container.'}${roleOf(link)}`,
      );
    } else show(titleOf(before, link, pid), `${handover(before, link, pid)}${isLast ? '' : roleOf(link)}`);
  }
  const [last] = steps.slice(-1);
  if (last && altersEnvironment)
    steps[steps.length - 1] = {
      ...last,
      text: `${last.text} The script sets variables before, which the application gets.`,
    };
  return steps;
}

function roleOf({ kind, before, argv, stays, byItself }: Link): string {
  const first = before.filter((line) => !['set', ':', 'trap'].includes(line[0] ?? ''));
  const runs = first.length > 0 ? ` First it runs \`${first.map(text).join('`, `')}\`.` : '';
  if (kind === 'shell' && stays === false && !byItself && argv[1] !== '-c')
    return ` It is a start script, which hands over to what it is given.${runs}`;
  if (kind === 'shell')
    return ` It is a shell, which reads its script and starts what the script says.${runs}`;
  if (kind === 'init') return ' An init starts one child, passes signals on to it, and buries orphans.';
  return kind === 'runner' ? ' It is no more than a way to start a script of package.json.' : '';
}

function titleOf(before: Link, link: Link, pid: number): string {
  if (before.stays === false) return `${name(link.argv)} takes over as process ${pid}`;
  return `${name(before.argv)} starts ${name(link.argv)}`;
}

function handover(before: Link, link: Link, pid: number): string {
  const next = `\`${name(link.argv)}\``;
  if (before.byItself && before.stays === false)
    return `This shell gives its process to the last command by itself, as bash and the shell of Alpine do when they have nothing left to do: process ${pid} is now ${next}. No shell promises that, and the one of Debian does not do it.`;
  if (before.stays === false)
    return `With \`exec\` the process goes on as another program: same number, new content. Process ${pid} is now ${next}.`;
  if (before.stays === undefined)
    return `Whether the shell hands its process over to ${next} or stays in front of it depends on which shell it is, and that is not known here.`;
  if (before.kind === 'shell' && before.traps.length > 0)
    return `The script starts ${next} in the background, sets a trap for the signal, and waits.`;
  if (before.kind === 'shell')
    return `The shell starts ${next} as a child and waits for it to end. Nothing else happens in the shell until then.`;
  return before.kind === 'runner'
    ? `It hands the script to \`sh -c\`, as a child of its own.`
    : `It starts ${next} as its child.`;
}

/** What `docker stop` brings about, one step for each event that changes something. */
function stopSteps({ running, signal, events, outcome, code }: Stop): StepView[] {
  const states = new Map<number, ProcessView['state']>();
  const steps = events.map((event): StepView => {
    mark(states, event);
    return {
      ...describe(event, running, signal),
      processes: running.map(({ argv }, at) => ({
        pid: at + 1,
        command: text(argv),
        state: states.get(at) ?? 'running',
      })),
    };
  });
  const processes = (steps.at(-1)?.processes ?? []).map((each) => ({
    ...each,
    state: each.state === 'working' ? ('ended' as const) : each.state,
  }));
  return [...steps, { title: ENDS[outcome], text: endText(outcome, code), processes }];
}

function mark(states: Map<number, ProcessView['state']>, event: StopEvent): void {
  if (event.what === 'sent' || event.what === 'passed') states.set(event.to, 'signalled');
  if (event.what === 'passed') states.set(event.from, 'running');
  if (event.what === 'dropped' || event.what === 'ignored') states.set(event.by, 'running');
  if (event.what === 'handled') states.set(event.by, 'working');
  if (event.what === 'died' || event.what === 'followed') states.set(event.who, 'ended');
  if (event.what === 'killed') for (const who of event.who) states.set(who, 'killed');
  // Whoever finishes its work ends before its parents do.
  if (event.what === 'followed')
    for (const [at, state] of states) if (state === 'working') states.set(at, 'ended');
}

function describe(event: StopEvent, running: readonly Link[], signal: string): Omit<StepView, 'processes'> {
  const who = (at: number) => `\`${name(running[at]?.argv ?? [])}\``;
  const plain = (at: number) => name(running[at]?.argv ?? []);
  switch (event.what) {
    case 'sent':
      return {
        title: `docker stop sends ${signal}`,
        text: `Docker sends ${signal} to process 1, ${who(0)}, and to no other process. From now on ten seconds count, unless \`--timeout\` says otherwise.`,
      };
    case 'dropped':
      return {
        title: 'Nothing happens',
        text: `${who(event.by)} has no handler for ${signal}. Another process would end by it, but to process 1 the kernel delivers only signals that it has a handler for. This one is dropped.`,
      };
    case 'ignored':
      return {
        title: 'Nothing happens',
        text: `${who(event.by)} takes no notice of this signal.`,
      };
    case 'passed':
      return {
        title: `${plain(event.from)} passes it on`,
        text: `${who(event.from)} sends ${signal} to its child, ${who(event.to)}.`,
      };
    case 'handled':
      return {
        title: `${plain(event.by)} finishes its work`,
        text: `The signal has reached the application, and it has a handler for it: it can answer what it has begun, close its connections, and end by itself. It has until the ten seconds are over.`,
      };
    case 'died':
      return {
        title: `${plain(event.who)} ends by the signal`,
        text: `${who(event.who)} has no handler for ${signal} and is not process 1, so the default applies: it ends at once.`,
      };
    case 'followed':
      return {
        title: `${plain(event.who)} ends as well`,
        text: `Its child is gone, so ${who(event.who)} ends${event.who === 0 ? ', and with process 1 the container' : ''}.`,
      };
    case 'timeout':
      return {
        title: `${event.seconds} seconds pass`,
        text: 'Docker waits. So does whoever is waiting for the deployment.',
      };
    case 'killed':
      return event.by === 'runtime'
        ? {
            title: 'SIGKILL',
            text: 'The time is up. Every process of the container is killed, whatever it was doing. There is no handler for SIGKILL.',
          }
        : {
            title: 'The kernel kills the rest',
            text: `Process 1 has ended, and when it does the kernel kills everything that is left in the container, here ${event.who.map(who).join(' and ')}. The application never heard of the signal.`,
          };
    case 'open':
      return {
        title: 'What happens now is not known',
        text: `What ${who(event.by)} does with ${signal} cannot be read from these files. If it has a handler, it can finish its work. If not, ${event.by === 0 ? 'the signal is dropped, and SIGKILL follows after ten seconds' : 'it ends at once'}.`,
      };
  }
}

const ENDS: Readonly<Record<StopOutcome, string>> = {
  graceful: 'A clean stop',
  ended: 'Ended by the signal',
  'cut-off': 'Cut off',
  killed: 'Killed',
  unknown: 'Not known',
};

function endText(outcome: StopOutcome, code: Known<number>): string {
  const exit = code === undefined ? 'The exit code is what the last of them says.' : `Exit code ${code}.`;
  switch (outcome) {
    case 'graceful':
      return `${exit} The application ended by itself, as soon as it had nothing left to do.`;
    case 'ended':
      return `${exit} It is 128 plus the number of the signal. Quick, but nothing was finished: the application has no handler.`;
    case 'cut-off':
      return `${exit} The container stopped at once, and the application was killed in the middle of its work.`;
    case 'killed':
      return `${exit} It is 128 plus 9, SIGKILL. The stop took its full time, and nothing was finished.`;
    case 'unknown':
      return 'Put a handler into the application, or read its documentation, and you will know.';
  }
}
