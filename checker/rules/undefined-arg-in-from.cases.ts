import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'ARG VERSION=22\nFROM node:$VERSON\n', lines: [2] },
    {
      about: 'declared too late',
      dockerfile: 'FROM node:22 AS a\nARG TAG=22\nFROM node:22${TAG}\n',
      lines: [3],
    },
  ],
  good: [
    { dockerfile: 'ARG VERSION=22\nFROM node:$VERSION\n' },
    { about: 'a platform argument', dockerfile: 'FROM --platform=$BUILDPLATFORM node:22 AS build\n' },
  ],
};
