import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nCMD ["node", "app.js"]\n', lines: [1] },
    {
      about: 'another stage has one',
      dockerfile: 'FROM node:22 AS dev\nHEALTHCHECK CMD ["a"]\nFROM node:24\n',
      lines: [3],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nHEALTHCHECK CMD ["node", "check.js"]\n' },
    { about: 'switched off on purpose', dockerfile: 'FROM node:22\nHEALTHCHECK NONE\n' },
    { about: 'taken over', dockerfile: 'FROM node:22 AS base\nHEALTHCHECK CMD ["a"]\nFROM base\n' },
    {
      about: 'what the checked stage is built on',
      dockerfile: 'FROM node:22 AS base\nFROM base\nHEALTHCHECK CMD ["a"]\n',
    },
  ],
};
