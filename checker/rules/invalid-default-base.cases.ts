import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'ARG VERSION\nFROM node:$VERSION\n', lines: [2], buildArgs: { VERSION: '22' } },
    { dockerfile: 'ARG IMAGE\nFROM $IMAGE\n', lines: [2], buildArgs: { IMAGE: 'node:22' } },
  ],
  good: [
    { dockerfile: 'ARG VERSION=22\nFROM node:$VERSION\n' },
    { about: 'a default in place', dockerfile: 'ARG VERSION\nFROM node:${VERSION:-22}\n' },
  ],
};
