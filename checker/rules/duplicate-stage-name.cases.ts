import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22 AS build\nFROM nginx:1.29 AS build\n', lines: [2] },
    {
      about: 'case makes no difference',
      dockerfile: 'FROM node:22 AS Build\nFROM nginx:1.29 AS build\n',
      lines: [2],
    },
    { about: 'a third one', dockerfile: 'FROM a:1 AS x\nFROM b:1 AS x\nFROM c:1 AS x\n', lines: [2, 3] },
  ],
  good: [
    { dockerfile: 'FROM node:22 AS build\nFROM nginx:1.29 AS web\n' },
    { about: 'stages without names', dockerfile: 'FROM node:22\nFROM node:22\n' },
    { about: 'a stage built on another', dockerfile: 'FROM node:22 AS base\nFROM base AS test\n' },
  ],
};
