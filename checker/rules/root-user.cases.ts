import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nUSER root\nCMD ["node", "app.js"]\n', lines: [2] },
    { about: 'by number, with a group', dockerfile: 'FROM node:22\nUSER 0:0\n', lines: [2] },
    {
      about: 'taken over from another stage',
      dockerfile: 'FROM node:22 AS base\nUSER root\nFROM base\nRUN true\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nUSER root\nRUN npm install -g pnpm\nUSER node\n' },
    {
      about: 'a stage that is only built in',
      dockerfile: 'FROM node:22 AS build\nUSER root\nFROM node:22\nUSER node\n',
    },
    { about: 'a name that begins with root', dockerfile: 'FROM node:22\nUSER rootless\n' },
    { about: 'the user is not known', dockerfile: 'FROM node:22\nARG USER_ID\nUSER $USER_ID\n' },
  ],
};
