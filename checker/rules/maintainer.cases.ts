import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nMAINTAINER Ada <ada@example.org>\n', lines: [2] },
    {
      about: 'quotes and a dollar sign in the name',
      dockerfile: 'FROM node:22\nmaintainer "Ada $ Co"\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nLABEL org.opencontainers.image.authors="ada@example.org"\n' },
    { about: 'a label of that name', dockerfile: 'FROM node:22\nLABEL maintainer="ada@example.org"\n' },
    { about: 'in a comment', dockerfile: '# MAINTAINER Ada\nFROM node:22\n' },
  ],
};
