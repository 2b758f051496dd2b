import type { CmdInstruction, Dockerfile, EntrypointInstruction } from '../dockerfile/types.ts';
import { wholeRange } from '../dockerfile/whole-range.ts';
import type { Fix } from '../types.ts';
import { walkStages } from './place.ts';
import type { Finding, Rule, RulePage } from './rule.ts';
import { BuildkitTwin } from './twins.ts';

/** What only a shell can do, as the first word of a command. */
const BUILTINS =
  /^(\.|:|alias|bg|cd|eval|exec|exit|export|fg|jobs|read|readonly|return|set|shift|source|trap|type|ulimit|umask|unset|wait)$/;

/** Writes a command without anything for the shell to do as a JSON array. */
function jsonFix(
  dockerfile: Dockerfile,
  { command }: CmdInstruction | EntrypointInstruction,
): Fix | undefined {
  if (command.form !== 'shell') return undefined;
  const text = command.script.text.trim();
  const words = text.split(/[ \t]+/);
  const [program = ''] = words;
  if (!/^[\w./:=@,+% \t-]+$/.test(text) || program.includes('=') || BUILTINS.test(program)) return undefined;
  const start = command.script.text.indexOf(text);
  const range = command.script.range(start, start + text.length);
  if (range.startLine !== range.endLine) return undefined;
  const json = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return {
    title: 'Write the command as a JSON array',
    edits: [{ file: dockerfile.path, range, text: json }],
  };
}

export interface ShellFormStep {
  instruction: CmdInstruction | EntrypointInstruction;
  /** SHELL chose the shell before, so it is meant. */
  chosen: boolean;
}

/** Every CMD and ENTRYPOINT that is left to a shell. */
export function shellForms(dockerfile: Dockerfile): ShellFormStep[] {
  const found: ShellFormStep[] = [];
  walkStages(dockerfile, false, (chosen, { instruction, onbuild }) => {
    if (instruction.name === 'shell' && !onbuild) return true;
    if (
      (instruction.name === 'cmd' || instruction.name === 'entrypoint') &&
      instruction.command.form === 'shell'
    ) {
      found.push({ instruction, chosen });
    }
    return chosen;
  });
  return found;
}

export const jsonArgsPage: RulePage = {
  title: 'Write CMD and ENTRYPOINT as JSON arrays',
  why: 'In shell form a shell stands between Docker and the application. Where it stays, it gets the signal of `docker stop` and does not pass it on: after ten seconds the application is killed instead of shutting down.',
  sources: ['https://docs.docker.com/reference/build-checks/json-args-recommended/'],
};

export const jsonArgs: Rule = {
  name: 'json-args',
  severity: 'warning',
  refs: ['buildkit:JSONArgsRecommended', 'hadolint:DL3025'],
  set: 'default',
  *check(context) {
    const { dockerfile } = context;
    const buildkit = new BuildkitTwin('JSONArgsRecommended', context);
    for (const { instruction, chosen } of shellForms(dockerfile)) {
      if (chosen || buildkit.isSkipped(instruction)) continue;
      const name = instruction.name.toUpperCase();
      const fix = jsonFix(dockerfile, instruction);
      const finding: Finding = {
        range: wholeRange(instruction),
        message: `A shell starts this ${name} and may keep the stop signal to itself, so that the application is killed instead of shutting down. Write it as a JSON array: ${name} ["program", "argument"].`,
        refs: buildkit.refs(instruction, ['hadolint:DL3025']),
      };
      yield fix ? { ...finding, fix } : finding;
    }
  },
};
