import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22 AS build\nUSER root\nFROM node:22\nUSER node\n', lines: [2] },
    {
      about: 'the final stage sets its own',
      dockerfile: 'FROM node:22 AS base\nUSER 0\nFROM base\nUSER 1000\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22 AS build\nUSER node\nFROM node:22\nUSER node\n' },
    { about: 'the image that runs is for the other rule', dockerfile: 'FROM node:22\nUSER root\n' },
  ],
};
