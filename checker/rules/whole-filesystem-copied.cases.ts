import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22 AS build\nFROM scratch\nCOPY --from=build / /\n', lines: [3] },
    {
      about: 'in quotes',
      dockerfile: 'FROM node:22 AS build\nFROM scratch\nCOPY --from=build ["/", "/"]\n',
      lines: [3],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22 AS build\nFROM scratch\nCOPY --from=build /app /app\n' },
    { about: 'files of the project', dockerfile: 'FROM scratch\nCOPY / /\n' },
  ],
};
