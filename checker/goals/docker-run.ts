import { parseBytes, parsePort } from '../compose/shorthand.ts';
import { shellWords } from '../image/words.ts';
import { unwrap } from '../shell/calls.ts';
import { parseShell } from '../shell/parse.ts';
import type { ShellCommand, ShellWord } from '../shell/types.ts';
import { LineIndex } from '../text.ts';
import type { Verdict } from '../types.ts';
import type { GoalCheck } from './goal.ts';
import { YES } from './verdict.ts';

/** What one `docker run` in a script asks for. */
export interface DockerRun {
  /** Of an option, by any of its names, without dashes; the last one counts. */
  option(...names: readonly string[]): ShellWord | undefined;
  /** Every value of an option that may be given more than once. */
  all(...names: readonly string[]): readonly ShellWord[];
  /** What stands after the image, for the program inside. */
  args: readonly ShellWord[];
  command: ShellCommand;
}

/** Options of docker run that take no value, by https://docs.docker.com/reference/cli/docker/container/run/. */
const SWITCHES = new Set(
  'd detach i interactive t tty rm init privileged read-only no-healthcheck oom-kill-disable P publish-all q quiet sig-proxy disable-content-trust use-api-socket help'.split(
    ' ',
  ),
);

type Ask = (run: DockerRun, no: (because: string, word?: ShellWord) => Verdict) => Verdict;

/**
 * A question about how a shell script starts a container.
 * @param file - path of the script.
 * @param repository - of the image, without its tag.
 * @param which - whether the answer must be yes of every container of this image, or of some one.
 */
export function onDockerRun(
  file: string,
  repository: string,
  ask: Ask,
  which: 'every' | 'some' = 'every',
): GoalCheck {
  return ({ project }) => {
    const entry = project.files.get(file);
    const text = entry?.kind === 'file' && typeof entry.content === 'string' ? entry.content : '';
    const index = new LineIndex(text);
    const script = parseShell({ text, range: (start, end) => index.range(start, end) });
    const [error] = script.errors;
    if (error)
      return { is: 'no', because: `The shell cannot read this: ${error.message}.`, file, range: error.range };
    const runs = withVariables(script.commands).flatMap((command) => readRun(command) ?? []);
    const started = runs.filter(({ image }) => image.replace(/@.*$|:[^/]*$/, '') === repository);
    if (started.length === 0) {
      const open = runs.find(({ literal }) => !literal);
      return open
        ? {
            is: 'unknown',
            because: 'which image is run depends on a variable. Write its name out',
            file,
            range: open.command.range,
          }
        : { is: 'no', because: `No command in ${file} runs the image ${repository}.`, file };
    }
    const verdicts = started.map((run) =>
      ask(run, (because, word) => ({
        is: 'no',
        because,
        file,
        range: word?.range ?? run.command.range,
      })),
    );
    const first = (is: Verdict['is']) => verdicts.find((verdict) => verdict.is === is);
    return which === 'every'
      ? (first('no') ?? first('unknown') ?? YES)
      : (first('yes') ?? first('unknown') ?? first('no') ?? YES);
  };
}

/** The commands with the variables that the script itself sets for certain in place of their names. */
function withVariables(commands: readonly ShellCommand[]): ShellCommand[] {
  const values = new Map<string, string | undefined>();
  const variables = {
    get: (name: string) => values.get(name),
    has: (name: string) => values.has(name),
    complete: false,
    open: true,
  };
  const replaced = (word: ShellWord): ShellWord[] => {
    if (word.literal) return [word];
    const words = shellWords(word, variables);
    if (words.includes(undefined)) return [word];
    return words.map((text) => ({ ...word, text: text ?? '', literal: true }));
  };
  return commands.map((command) => {
    const { name, args, assignments, reached, within } = command;
    const certain = reached === 'always' && within === 'list';
    const set = (variable: string, value: ShellWord | null) => {
      const words = value === null ? [''] : shellWords(value, variables);
      values.set(variable, certain && words.length === 1 ? words[0] : undefined);
    };
    const result = { ...command, args: args.flatMap(replaced) };
    if (name === null) for (const { name, value } of assignments) set(name, value);
    else if (/^(export|readonly)$/.test(name.text)) {
      for (const word of args) {
        const equals = word.text.indexOf('=');
        if (equals > 0) {
          const raw = word.raw.slice(word.raw.indexOf('=') + 1);
          set(word.text.slice(0, equals), { ...word, text: word.text.slice(equals + 1), raw });
        }
      }
    }
    return result;
  });
}

function readRun(command: ShellCommand): (DockerRun & { image: string; literal: boolean }) | undefined {
  const call = unwrap(command);
  if (call?.program !== 'docker') return undefined;
  // Options of docker itself, such as --context, stand in front of its command.
  const at = call.args.findIndex(({ text }) => text === 'run');
  const before = call.args.slice(0, Math.max(at, 0)).map(({ text }) => text);
  if (at === -1 || (before[0] !== undefined && !/^(-.*|container)$/.test(before[0]))) return undefined;
  const options: { name: string; value: ShellWord }[] = [];
  const args = call.args.slice(at + 1);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as ShellWord;
    const long = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(arg.text);
    const short = /^-\w/.test(arg.text);
    if (arg.text === '--' || (!long && !short)) {
      const at = arg.text === '--' ? i + 1 : i;
      const image = args[at];
      return {
        image: image?.text ?? '',
        literal: image?.literal ?? true,
        args: args.slice(at + 1),
        command,
        option,
        all,
      };
    }
    if (long?.[1] !== undefined) {
      if (long[2] !== undefined) options.push({ name: long[1], value: { ...arg, text: long[2] } });
      else if (!SWITCHES.has(long[1])) options.push({ name: long[1], value: args[++i] ?? arg });
      else options.push({ name: long[1], value: { ...arg, text: 'true' } });
      continue;
    }
    // A bundle: switches, then perhaps one option whose value is what is left, or the next word.
    const letters = arg.text.slice(1);
    const valued = [...letters].findIndex((letter) => !SWITCHES.has(letter));
    for (const letter of valued === -1 ? letters : letters.slice(0, valued))
      options.push({ name: letter, value: { ...arg, text: 'true' } });
    if (valued !== -1) {
      const rest = letters.slice(valued + 1).replace(/^=/, '');
      const value = rest === '' ? (args[++i] ?? arg) : { ...arg, text: rest };
      options.push({ name: letters.charAt(valued), value });
    }
  }
  return undefined;

  function option(...names: readonly string[]): ShellWord | undefined {
    return all(...names).at(-1);
  }

  function all(...names: readonly string[]): ShellWord[] {
    return options.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  }
}

/** The container gets at most so many CPUs and so much memory (`512m`). */
export function runLimits(
  file: string,
  repository: string,
  most: { cpus: number; memory: string },
): GoalCheck {
  return onDockerRun(file, repository, (run, no) => {
    const memory = run.option('memory', 'm');
    if (!memory) return no('The container has no limit for its memory.');
    const cpus = run.option('cpus');
    const quota = run.option('cpu-quota');
    const share = cpus ?? quota;
    if (!share) return no('The container has no limit for its CPU.');
    const open = [memory, share].find(({ literal }) => !literal);
    if (open) return { is: 'unknown', because: 'a limit depends on a variable', file, range: open.range };
    const bytes = parseBytes(memory.text);
    if (!bytes) return no(`\`${memory.text}\` is no limit for memory.`, memory);
    // Docker itself refuses less: "Minimum memory limit allowed is 6MB".
    if (bytes < 6 * 1024 * 1024)
      return no(`\`${memory.text}\` is less than the 6 MB that Docker asks for.`, memory);
    if (bytes > (parseBytes(most.memory) ?? 0))
      return no('The limit of the memory is higher than asked for.', memory);
    const period = Number(run.option('cpu-period')?.text ?? 100_000);
    const cores = cpus ? Number(cpus.text) : Number(quota?.text) / period;
    if (!(cores > 0)) return no(`\`${share.text}\` is no limit for the CPU.`, share);
    return cores > most.cpus ? no('The limit of the CPU is higher than asked for.', share) : YES;
  });
}

/** Which wall an option leaves out or shares, by the names of the option. */
const WALLS = {
  network: ['network', 'net'],
  pid: ['pid'],
  ipc: ['ipc'],
  uts: ['uts'],
  cgroup: ['cgroupns'],
} as const;

/** The container has namespaces of these kinds for itself, neither the host's nor another container's. */
export function ownNamespaces(
  file: string,
  repository: string,
  ...kinds: readonly (keyof typeof WALLS)[]
): GoalCheck {
  return onDockerRun(file, repository, (run, no) => {
    for (const kind of kinds) {
      const values = run.all(...WALLS[kind]);
      const shared = values.find(({ text }) => /^(host$|container:)/.test(text));
      if (shared)
        return no(
          shared.text === 'host'
            ? `The container has no ${kind} namespace of its own: it uses the host's.`
            : `The container has no ${kind} namespace of its own: it joins that of another one.`,
          shared,
        );
      const open = values.find(({ literal }) => !literal);
      if (open) return { is: 'unknown', because: 'an option depends on a variable', file, range: open.range };
    }
    return YES;
  });
}

/** Some container of the image joins namespaces of this other container. */
export function joins(
  file: string,
  repository: string,
  container: string,
  ...kinds: readonly (keyof typeof WALLS)[]
): GoalCheck {
  return onDockerRun(
    file,
    repository,
    (run, no) => {
      for (const kind of kinds) {
        const value = run.option(...WALLS[kind]);
        if (value?.text === `container:${container}`) continue;
        if (value && !value.literal)
          return { is: 'unknown', because: 'an option depends on a variable', file, range: value.range };
        return no(
          value
            ? `\`${value.text}\` is not the ${kind} namespace of ${container}.`
            : `The container gets a ${kind} namespace of its own, and sees nothing of ${container} there.`,
          value,
        );
      }
      return YES;
    },
    'some',
  );
}

/** The container is not given all rights, neither at once nor as capabilities. */
export function unprivileged(file: string, repository: string): GoalCheck {
  return onDockerRun(file, repository, (run, no) => {
    const privileged = run.option('privileged');
    if (privileged && !/^(false|0|f)$/i.test(privileged.text))
      return no('--privileged hands over every device and every capability.', privileged);
    const everything = run.all('cap-add').find(({ text }) => /^(cap_)?(all|sys_admin)$/i.test(text));
    return everything
      ? no(`The capability ${everything.text} is nearly as much as --privileged.`, everything)
      : YES;
  });
}

/**
 * A port of the container is published on this address and port of the host, and on no other address.
 * Docker takes no host names here, only addresses.
 */
export function publishes(
  file: string,
  repository: string,
  port: { container: number; host: number; address: string },
): GoalCheck {
  return onDockerRun(file, repository, (run, no) => {
    if (run.option('publish-all', 'P')?.text === 'true')
      return no(
        '-P publishes every port that the image exposes, on ports and addresses that Docker chooses.',
      );
    const values = run.all('publish', 'p');
    const open = values.find(({ literal }) => !literal);
    if (open) return { is: 'unknown', because: 'a port depends on a variable', file, range: open.range };
    let found = false;
    for (const value of values) {
      const mapping = parsePort(value.text);
      if (!mapping) return no(`Docker cannot read \`${value.text}\`: it takes address:port:port.`, value);
      if (mapping.target.from > port.container || mapping.target.to < port.container) continue;
      if (mapping.hostIp !== port.address)
        return no(
          mapping.hostIp === undefined
            ? `\`${value.text}\` publishes the port on every address of the host.`
            : `\`${value.text}\` publishes the port on ${mapping.hostIp}, not on ${port.address}.`,
          value,
        );
      const published = mapping.published && mapping.published.from + port.container - mapping.target.from;
      if (published !== port.host)
        return no(
          `\`${value.text}\` publishes the port as ${published ?? 'any port that is free'}, not as ${port.host}.`,
          value,
        );
      found ||= mapping.protocol === 'tcp';
    }
    return found ? YES : no(`Nothing publishes port ${port.container} of the container.`);
  });
}
