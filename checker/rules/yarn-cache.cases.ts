import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nRUN yarn install --frozen-lockfile\n', lines: [2] },
    {
      about: 'in the stage that the last one starts from',
      dockerfile: 'FROM node:22 AS base\nRUN yarn add express@5\nFROM base\n',
      lines: [2],
    },
    {
      about: 'a mount elsewhere',
      dockerfile: 'FROM node:22\nRUN --mount=type=cache,target=/srv yarn install\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nRUN yarn install --frozen-lockfile && yarn cache clean\n' },
    {
      about: 'kept out by a mount',
      dockerfile: 'FROM node:22\nRUN --mount=type=cache,target=/root/.cache/yarn yarn install\n',
    },
    {
      about: 'the stage is not in the image',
      dockerfile: 'FROM node:22 AS build\nRUN yarn install\nFROM nginx:1.29\n',
    },
    { about: 'nothing is installed', dockerfile: 'FROM node:22\nRUN yarn build\n' },
  ],
};
