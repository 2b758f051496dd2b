import { parseBytes } from '../compose/shorthand.ts';
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
  command: ShellCommand;
}

/** Options of docker run that take no value, by https://docs.docker.com/reference/cli/docker/container/run/. */
const SWITCHES = new Set(
  'd detach i interactive t tty rm init privileged read-only no-healthcheck oom-kill-disable P publish-all q quiet sig-proxy disable-content-trust use-api-socket help'.split(
    ' ',
  ),
);

/**
 * A question about how a shell script starts a container.
 * @param file - path of the script.
 * @param repository - of the image, without its tag.
 */
export function onDockerRun(
  file: string,
  repository: string,
  ask: (run: DockerRun, no: (because: string, word?: ShellWord) => Verdict) => Verdict,
): GoalCheck {
  return ({ project }) => {
    const entry = project.files.get(file);
    const text = entry?.kind === 'file' && typeof entry.content === 'string' ? entry.content : '';
    const index = new LineIndex(text);
    const script = parseShell({ text, range: (start, end) => index.range(start, end) });
    const [error] = script.errors;
    if (error)
      return { is: 'no', because: `The shell cannot read this: ${error.message}.`, file, range: error.range };
    const runs = script.commands.flatMap((command) => readRun(command) ?? []);
    const started = runs.filter(({ image }) => image.replace(/@.*$|:[^/]*$/, '') === repository);
    if (started.length === 0)
      return { is: 'no', because: `No command in ${file} runs the image ${repository}.`, file };
    const verdicts = started.map((run) =>
      ask(run, (because, word) => ({
        is: 'no',
        because,
        file,
        range: word?.range ?? run.command.range,
      })),
    );
    return verdicts.find(({ is }) => is === 'no') ?? verdicts.find(({ is }) => is === 'unknown') ?? YES;
  };
}

function readRun(command: ShellCommand): (DockerRun & { image: string }) | undefined {
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
    if (arg.text === '--' || (!long && !short))
      return { image: (arg.text === '--' ? args[i + 1] : arg)?.text ?? '', command, option };
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
    return options.findLast(({ name }) => names.includes(name))?.value;
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
