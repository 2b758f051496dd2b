import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22 AS build\nFROM nginx:1.29\nCOPY --from=biuld /app /srv\n', lines: [3] },
    {
      about: 'a stage further down',
      dockerfile: 'FROM nginx:1.29\nCOPY --from=build /app /srv\nFROM node:22 AS build\n',
      lines: [2],
    },
    {
      about: 'a number too high',
      dockerfile: 'FROM node:22\nFROM nginx:1.29\nCOPY --from=2 /app /srv\n',
      lines: [3],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22 AS build\nFROM nginx:1.29\nCOPY --from=build /app /srv\n' },
    {
      about: 'case makes no difference',
      dockerfile: 'FROM node:22 AS Build\nFROM nginx:1.29\nCOPY --from=build /app /srv\n',
    },
    { about: 'by number', dockerfile: 'FROM node:22\nFROM nginx:1.29\nCOPY --from=0 /app /srv\n' },
    {
      about: 'an image with a tag',
      dockerfile: 'FROM python:3.14\nCOPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/\n',
    },
  ],
};
