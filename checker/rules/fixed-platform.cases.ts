import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM --platform=linux/amd64 node:22 AS build-amd64\n', lines: [1] },
    {
      about: 'an argument of your own is a constant in disguise',
      dockerfile: 'ARG P=linux/arm64\nFROM --platform=$P node:22\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\n' },
    { about: 'for the rule that BuildKit shares', dockerfile: 'FROM --platform=linux/amd64 node:22\n' },
    {
      about: 'a stage that cross-compiles',
      dockerfile: 'FROM --platform=$BUILDPLATFORM golang:1.25 AS build\n',
    },
    { about: 'with a default', dockerfile: 'FROM --platform=${TARGETPLATFORM:-linux/amd64} node:22\n' },
  ],
};
