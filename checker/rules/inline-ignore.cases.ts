import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: '# hadolint ignore=DL3006\nFROM node\n', lines: [1] },
    {
      about: 'shell rules too',
      dockerfile: 'FROM node:22\n# hadolint ignore = SC2086, DL3008\nRUN true\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: '# hadolint shell=powershell\nFROM node:22\n' },
    {
      about: 'a comment that speaks of it',
      dockerfile: '# we do not use hadolint ignore=DL3006 here\nFROM node:22\n',
    },
  ],
};
