import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22 AS Build\nFROM node:22-slim\n', lines: [1] },
    { about: 'capitals inside', dockerfile: 'FROM node:22 as buildStage\n', lines: [1] },
  ],
  good: [
    { dockerfile: 'FROM node:22 AS build\nFROM node:22-slim\n' },
    { about: 'no name at all', dockerfile: 'FROM node:22\n' },
    { about: 'skipped on purpose', dockerfile: '# check=skip=StageNameCasing\nFROM node:22 AS Build\n' },
  ],
};
