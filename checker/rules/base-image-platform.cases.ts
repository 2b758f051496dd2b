import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM --platform=linux/amd64 arm64v8/alpine:3.22\n', lines: [1] },
    { dockerfile: 'FROM --platform=linux/arm64 docker.io/amd64/node:22 AS arm64\n', lines: [1] },
  ],
  good: [
    { dockerfile: 'FROM --platform=linux/arm64 arm64v8/alpine:3.22 AS arm64\n' },
    { about: 'the builder may be of that kind', dockerfile: 'FROM arm64v8/alpine:3.22\n' },
    {
      about: 'an image for many platforms',
      dockerfile: 'FROM --platform=linux/arm64 alpine:3.22 AS arm64\n',
    },
  ],
};
