import type { Rule, RulePage } from './rule.ts';

export const beforeFromPage: RulePage = {
  title: 'Begin with FROM',
  why: 'Before the first FROM there is no image to work on. Only ARG may stand there, for values that FROM uses.',
  sources: ['https://docs.docker.com/reference/dockerfile/#from'],
};

export const beforeFrom: Rule = {
  name: 'before-from',
  severity: 'error',
  refs: ['hadolint:DL3061'],
  set: 'all',
  *check({ dockerfile }) {
    for (const { name, keyword } of dockerfile.instructions) {
      if (name === 'from') return;
      if (name === 'arg' || name === 'invalid') continue;
      yield {
        range: keyword.range,
        message: `${keyword.text.toUpperCase()} has no image to work on yet. Put it after FROM.`,
      };
    }
  },
};
