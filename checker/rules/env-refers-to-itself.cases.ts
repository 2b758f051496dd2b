import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nENV APP=/app BIN=$APP/bin\n', lines: [2] },
    {
      about: 'with a default, and before it is set',
      dockerfile: 'FROM node:22\nENV BIN=${APP:-/srv}/bin APP=/app\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nENV APP=/app\nENV BIN=$APP/bin\n' },
    {
      about: 'a variable extends its own old value',
      dockerfile: 'FROM node:22\nENV PATH=/app/bin:$PATH LANG=C\n',
    },
    {
      about: 'another variable whose name begins the same',
      dockerfile: 'FROM node:22\nENV APP=/app BIN=$APP_BIN/x\n',
    },
    { about: 'single quotes: no variable', dockerfile: "FROM node:22\nENV APP=/app HINT='$APP'\n" },
  ],
};
