import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'LABEL version="1"\nFROM node:22\n', lines: [1] },
    { about: 'each of them', dockerfile: 'ARG TAG=22\nENV A=1\nRUN true\nFROM node:$TAG\n', lines: [2, 3] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nLABEL version="1"\n' },
    {
      about: 'comments, directives and arguments',
      dockerfile: '# syntax=docker/dockerfile:1\n\n# the base\nARG TAG=22\nFROM node:$TAG\n',
    },
  ],
};
