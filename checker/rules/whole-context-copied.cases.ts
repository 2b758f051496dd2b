import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\n', lines: [3] },
    { about: 'one source of several', dockerfile: 'FROM node:22\nCOPY package.json ./ /app/\n', lines: [2] },
    { about: 'the array form', dockerfile: 'FROM node:22\nCOPY ["./", "/app/"]\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY src/ src/\n' },
    { about: 'a folder with a name', dockerfile: 'FROM node:22\nCOPY ./app /app\n' },
  ],
};
