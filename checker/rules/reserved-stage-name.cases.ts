import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22 AS scratch\n', lines: [1] },
    { dockerfile: 'FROM node:22 AS Context\n', lines: [1] },
  ],
  good: [
    { dockerfile: 'FROM node:22 AS build\n' },
    { about: 'starting from scratch', dockerfile: 'FROM scratch AS empty\n' },
  ],
};
