import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile:
        '# check=experimental=InvalidDefinitionDescription\n# the version\nARG VERSION=22\nFROM node:$VERSION\n',
      lines: [3],
    },
    {
      about: 'above a stage',
      dockerfile: '# check=experimental=all\n# Compiles everything\nFROM node:22 AS build\n',
      lines: [3],
    },
  ],
  good: [
    { dockerfile: '# check=experimental=all\n# build compiles everything\nFROM node:22 AS build\n' },
    { about: 'not asked for', dockerfile: '# the version\nARG VERSION=22\nFROM node:$VERSION\n' },
    {
      about: 'an empty line in between',
      dockerfile: '# check=experimental=all\n# Compiles everything\n\nFROM node:22 AS build\n',
    },
  ],
};
