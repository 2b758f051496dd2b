import { hasFlag, mayHoldFlags } from '../shell/args.ts';
import { runCalls } from '../shell/calls.ts';
import { insertOption } from './edits.ts';
import type { Rule, RulePage } from './rule.ts';

export const wgetProgressPage: RulePage = {
  title: 'Keep wget’s progress out of the build log',
  why: 'Without a terminal wget prints a line for every 50 KB. The log of a build with a large download is thousands of lines of dots, and what went wrong is somewhere in between.',
  sources: ['https://www.gnu.org/software/wget/manual/wget.html#Download-Options'],
};

export const wgetProgress: Rule = {
  name: 'wget-progress',
  severity: 'info',
  refs: ['hadolint:DL3047'],
  set: 'all',
  *check({ dockerfile }) {
    for (const call of runCalls(dockerfile, 'wget')) {
      const { args } = call;
      if (hasFlag(args, 'progress', 'q', 'quiet', 'o', 'output-file', 'a', 'append-output', 'no-verbose'))
        continue;
      if (mayHoldFlags(args) || args.some(({ text }) => /^-[a-zA-Z]*nv/.test(text))) continue;
      yield {
        range: call.word.range,
        message:
          'wget fills the build log with its progress. Add -nv, which still prints errors, or --progress=dot:giga.',
        fix: insertOption(dockerfile, call, call.word, '--progress=dot:giga', 'Add --progress=dot:giga'),
      };
    }
  },
};
