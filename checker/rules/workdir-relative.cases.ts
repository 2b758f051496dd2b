import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nWORKDIR app\n', lines: [2] },
    { about: 'in quotes', dockerfile: 'FROM node:22\nWORKDIR "src/app"\n', lines: [2] },
    {
      about: 'the images that are built on this one inherit it',
      dockerfile: 'FROM node:22\nONBUILD WORKDIR app\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nWORKDIR /app\n' },
    {
      about: 'the variable may be absolute',
      dockerfile: 'FROM node:22\nARG HOME_DIR=/srv\nWORKDIR ${HOME_DIR}/app\n',
    },
  ],
};
