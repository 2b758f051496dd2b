import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM --platform=$TARGETPLATFORM node:22\n', lines: [1] },
    { dockerfile: 'FROM --platform=${TARGETPLATFORM} node:22 AS run\n', lines: [1] },
  ],
  good: [
    { dockerfile: 'FROM node:22\n' },
    { about: 'the platform of the builder', dockerfile: 'FROM --platform=$BUILDPLATFORM node:22\n' },
  ],
};
