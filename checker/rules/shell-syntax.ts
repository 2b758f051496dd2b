import type { Instruction } from '../dockerfile/types.ts';
import { shellOf } from '../shell/instruction.ts';
import { placed } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

/** What only PowerShell writes: a script for it may stand below a base image that we do not know as Windows. */
const POWERSHELL = /\$env:|\$(?:true|false|null)\b|\b[A-Z][a-z]+-[A-Z]\w+|\bpowershell\b|\bpwsh\b/;

export const shellSyntaxPage: RulePage = {
  title: 'Write what the shell can read',
  why: 'BuildKit hands the script to the shell as it is. When a quote or a block is left open, the shell refuses all of it, and the step fails before its first command, or the container when it starts.',
  sources: ['https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html'],
};

export const shellSyntax: Rule = {
  name: 'shell-syntax',
  severity: 'error',
  refs: [],
  set: 'default',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      const script = shellOf(dockerfile, instruction);
      const error = script?.dialect === 'sh' ? script.errors[0] : undefined;
      if (!error || POWERSHELL.test(instruction.rest.text)) continue;
      yield {
        range: error.range,
        message: `${consequence(instruction)}: ${error.message}. Close what is open, or take out what is too much.`,
      };
    }
  },
};

/** BuildKit does not read scripts. It is the shell that refuses one, when its time comes, with exit code 2. */
function consequence({ name }: Instruction): string {
  if (name === 'healthcheck')
    return 'The container never turns healthy, because the shell cannot read this check (exit code 2)';
  if (name === 'run') return 'The build stops here, because the shell cannot read this script (exit code 2)';
  return 'The container ends as soon as it starts, because the shell cannot read this command (exit code 2)';
}
