import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM example.org/node:22\nCMD ["node", "app.js"]\n', lines: [1] },
    {
      about: 'said of the stage that is built',
      dockerfile: 'FROM node:22 AS build\nFROM example.org/node:22\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nUSER node\n' },
    { about: 'a fragment has no image', dockerfile: 'RUN true\n' },
  ],
};
