import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nWORKDIR /app\ncopy . .\n', lines: [3] },
    { about: 'the majority is lower case', dockerfile: 'from node:22\nworkdir /app\nCopy . .\n', lines: [3] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\n' },
    { dockerfile: 'from node:22\nworkdir /app\n' },
  ],
};
