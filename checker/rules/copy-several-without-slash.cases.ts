import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nCOPY package.json package-lock.json /app\n', lines: [2] },
    { about: 'as JSON', dockerfile: 'FROM node:22\nCOPY ["a.js", "b.js", "/app"]\n', lines: [2] },
    { about: 'ADD is no better', dockerfile: 'FROM node:22\nADD a.tar b.tar /app\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nCOPY package.json package-lock.json /app/\n' },
    { about: 'the slash inside quotes', dockerfile: 'FROM node:22\nCOPY a.js b.js "/app/"\n' },
    { about: 'one source', dockerfile: 'FROM node:22\nCOPY package.json /app\n' },
    {
      about: 'the variable may end with a slash',
      dockerfile: 'FROM node:22\nARG DIR=/app/\nCOPY a.js b.js $DIR\n',
    },
  ],
};
