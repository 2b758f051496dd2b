import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22 AS build\nCOPY --from=build /a /b\n', lines: [2] },
    {
      about: 'case makes no difference',
      dockerfile: 'FROM node:22 AS Build\nCOPY --from=build /a /b\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22 AS build\nFROM nginx:1.29 AS web\nCOPY --from=build /a /b\n' },
    {
      about: 'a trigger runs in another build',
      dockerfile: 'FROM node:22 AS build\nONBUILD COPY --from=build /a /b\n',
    },
  ],
};
