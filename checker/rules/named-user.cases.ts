import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nUSER node\n', lines: [2] },
    { about: 'a group by number does not help', dockerfile: 'FROM node:22\nUSER node:1000\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nUSER 1000\n' },
    { about: 'with a group by name', dockerfile: 'FROM node:22\nUSER 1000:node\n' },
    { about: 'an argument may be a number', dockerfile: 'FROM node:22\nARG UID\nUSER ${UID}\n' },
    { about: 'a later USER replaces it', dockerfile: 'FROM node:22\nUSER node\nRUN true\nUSER 1000\n' },
  ],
};
