import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM --platform=linux/amd64 node:22\n', lines: [1] },
    {
      about: 'a name that does not say so',
      dockerfile: 'FROM --platform=linux/arm64 node:22 AS build\n',
      lines: [1],
    },
  ],
  good: [
    { dockerfile: 'FROM --platform=$BUILDPLATFORM node:22\n' },
    { about: 'a stage named for it', dockerfile: 'FROM --platform=linux/amd64 node:22 AS build_amd64\n' },
    {
      about: 'a default that can be changed',
      dockerfile: 'ARG PLATFORM=linux/amd64\nFROM --platform=$PLATFORM node:22\n',
    },
  ],
};
