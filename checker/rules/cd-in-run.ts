import { callsIn, runCalls } from '../shell/calls.ts';
import type { Rule, RulePage } from './rule.ts';

export const cdInRunPage: RulePage = {
  title: 'Change directory with WORKDIR',
  why: 'cd holds only until the end of its RUN: the next instruction starts in the WORKDIR again. WORKDIR says once where the work happens, creates the directory, and holds for COPY, CMD and the running container too.',
  sources: ['https://docs.docker.com/build/building/best-practices/#workdir'],
};

export const cdInRun: Rule = {
  name: 'cd-in-run',
  severity: 'info',
  refs: ['hadolint:DL3003', 'trivy:DS-0013'],
  set: 'default',
  *check({ dockerfile }) {
    for (const call of runCalls(dockerfile, 'cd')) {
      const { command, args, word, instruction, script } = call;
      // After cd nothing more happens here, so that it was meant for the instructions below.
      const lost = script.commands.at(-1) === command && command.within === 'list';
      const where = args[0]?.text ?? '~';
      // Trivy looks at the start of a step, and behind each &&.
      const trivyToo = /(?:^|&&)\s*cd\s/.test(instruction.rest.text);
      yield {
        range: word.range,
        // In parentheses it is meant to hold no longer.
        onRequest: command.within === 'subshell' || command.within === 'substitution',
        severity: lost && callsIn(dockerfile, instruction).length === 1 ? 'warning' : 'info',
        refs: trivyToo ? this.refs : ['hadolint:DL3003'],
        message: lost
          ? `This cd is forgotten when the step ends, so the next instruction does not run in ${where}. Use WORKDIR ${where}.`
          : `This cd holds only until the end of the step. WORKDIR ${where} would hold for the instructions below, too.`,
      };
    }
  },
};
