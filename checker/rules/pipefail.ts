import { shellInForce } from '../shell/dialect.ts';
import { shellOf } from '../shell/instruction.ts';
import type { ShellCommand } from '../shell/types.ts';
import { placed } from './place.ts';
import type { Finding, Rule, RulePage } from './rule.ts';

/** What cannot fail in a way that matters, so that nothing is lost in front of a pipe. */
const SURE: ReadonlySet<string> = new Set(['echo', 'printf', 'yes', 'true', ':']);

export const pipefailPage: RulePage = {
  title: 'Let a step fail when any part of a pipe fails',
  why: 'A shell looks only at the last command of a pipe. When the download in front of it fails, the step still succeeds, and the image is built without the file. With pipefail the whole step fails, and so does the build.',
  sources: ['https://docs.docker.com/build/building/best-practices/#using-pipes'],
};

export const pipefail: Rule = {
  name: 'pipefail',
  severity: 'warning',
  refs: ['hadolint:DL4006', 'trivy:DS-0032'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'run') continue;
      const script = shellOf(dockerfile, instruction);
      if (script?.dialect !== 'sh' || script.commands.some(setsPipefail)) continue;
      const { command } = instruction;
      const shell =
        command.form === 'exec'
          ? command.argv.map(({ text }) => text)
          : shellInForce(dockerfile, instruction).argv;
      if (shell.includes('pipefail')) continue;
      const finding = findPipe(script.commands);
      if (finding) yield finding;
    }
  },
};

/** `set -o pipefail`, `set -euo pipefail`; `bash -o pipefail` on a heredoc. */
function setsPipefail({ name, args }: ShellCommand): boolean {
  return name !== null && /^(?:set|.*sh)$/.test(name.text) && args.some(({ text }) => text === 'pipefail');
}

/** The first pipe of a script; one that loses nothing only where there is no other. */
function findPipe(commands: readonly ShellCommand[]): Finding | undefined {
  let harmless: Finding | undefined;
  const last = new Map<number, ShellCommand>();
  for (const command of commands) {
    const before = last.get(command.pipeline);
    last.set(command.pipeline, command);
    if (command.after !== '|') continue;
    const name = before?.name?.text ?? 'the first command';
    const finding: Finding = {
      range: before?.range ?? command.range,
      message: `When ${name} fails, the step still succeeds, because only the last command of a pipe counts. Set SHELL ["/bin/bash", "-o", "pipefail", "-c"] above where the image has bash; on Alpine begin the step with set -o pipefail.`,
    };
    if (before?.name && SURE.has(before.name.text)) harmless ??= { ...finding, severity: 'info' };
    else return finding;
  }
  return harmless;
}
