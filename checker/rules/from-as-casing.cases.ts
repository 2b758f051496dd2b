import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22 as build\n', lines: [1] },
    { dockerfile: 'from node:22 AS build\n', lines: [1] },
  ],
  good: [
    { dockerfile: 'FROM node:22 AS build\n' },
    { dockerfile: 'from node:22 as build\n' },
    { about: 'a FROM of neither case settles nothing', dockerfile: 'From node:22 as build\n' },
  ],
};
