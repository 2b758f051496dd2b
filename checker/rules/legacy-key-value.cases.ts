import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nENV NODE_ENV production\n', lines: [2] },
    { dockerfile: 'FROM node:22\nLABEL version 1.0 beta\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nENV NODE_ENV=production\n' },
    { about: 'a blank in quotes', dockerfile: 'FROM node:22\nENV A="b c"\n' },
  ],
};
