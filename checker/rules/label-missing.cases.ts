import type { RuleCases } from './rule.ts';

const config = { labelSchema: { owner: 'text' } } as const;

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nLABEL version="1"\n', config, lines: [1] },
    {
      about: 'the stage with the label is another image',
      dockerfile: 'FROM node:22 AS dev\nLABEL owner="ada"\nFROM node:24\n',
      config,
      lines: [3],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nLABEL owner="ada"\n', config },
    { about: 'taken over', dockerfile: 'FROM node:22 AS base\nLABEL owner="ada"\nFROM base\n', config },
    {
      about: 'a stage that only builds',
      dockerfile: 'FROM node:22 AS build\nFROM nginx:1.29\nLABEL owner="ada"\nCOPY --from=build /a /a\n',
      config,
    },
    { about: 'no schema', dockerfile: 'FROM node:22\n' },
  ],
};
