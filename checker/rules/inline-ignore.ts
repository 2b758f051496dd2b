import type { Rule, RulePage } from './rule.ts';

export const inlineIgnorePage: RulePage = {
  title: 'Keep exceptions out of the Dockerfile',
  why: 'Some teams want every exception in one configuration file, where it is reviewed, instead of in a comment beside the line that it excuses.',
};

export const inlineIgnore: Rule = {
  name: 'inline-ignore',
  severity: 'info',
  refs: ['hadolint:DL1001'],
  set: 'all',
  *check({ dockerfile }) {
    for (const { text, range } of dockerfile.comments) {
      if (!/^hadolint\s+ignore\s*=\s*[A-Z]+\d+/.test(text)) continue;
      yield {
        range,
        message:
          'This comment silences a rule here. Move the exception to .hadolint.yaml, where it is reviewed.',
      };
    }
  },
};
