import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nCOPY . .\n', lines: [2] },
    {
      about: 'a WORKDIR of another stage does not count',
      dockerfile: 'FROM node:22 AS build\nWORKDIR /app\nFROM node:22\nCOPY a b\n',
      lines: [4],
    },
    {
      about: 'it comes too late',
      dockerfile: 'FROM node:22\nCOPY package.json ./\nWORKDIR /app\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\n' },
    {
      about: 'taken over from the stage below',
      dockerfile: 'FROM node:22 AS base\nWORKDIR /app\nFROM base\nCOPY . .\n',
    },
    { about: 'a whole path', dockerfile: 'FROM node:22\nCOPY app.js /srv/\n' },
    { about: 'the variable may be a whole path', dockerfile: 'FROM node:22\nARG DIR\nCOPY app.js $DIR\n' },
    { about: 'both as triggers', dockerfile: 'FROM node:22\nONBUILD WORKDIR /app\nONBUILD COPY . .\n' },
  ],
};
