import { failingSteps } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

export const commandFailsPage: RulePage = {
  title: 'Let every command of the build succeed',
  why: 'A command that needs a file that was not copied yet, or writes where its user may not, ends the build. What it would print is known before it runs.',
};

export const commandFails: Rule = {
  name: 'command-fails',
  severity: 'error',
  refs: [],
  set: 'default',
  *check(context) {
    for (const { failure } of failingSteps(context)) {
      if (failure.kind !== 'command-failed') continue;
      const line = failure.output?.split('\n').findLast((text) => text.trim() !== '');
      yield {
        range: failure.range,
        message: `The build stops here${line ? `: \`${line.replaceAll('`', "'")}\`` : ''}.`,
      };
    }
  },
};
