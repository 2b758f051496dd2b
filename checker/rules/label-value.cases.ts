import type { RuleCases } from './rule.ts';

const config = {
  labelSchema: {
    created: 'rfc3339',
    version: 'semver',
    revision: 'hash',
    licenses: 'spdx',
    url: 'url',
    contact: 'email',
    note: 'text',
  },
  licenses: new Set(['MIT', 'Apache-2.0', 'GPL-2.0-only']),
} as const;

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nLABEL version="v1"\n', config, lines: [2] },
    { about: 'empty', dockerfile: 'FROM node:22\nLABEL note=""\n', config, lines: [2] },
    {
      about: 'a date without a time',
      dockerfile: 'FROM node:22\nLABEL created="2026-03-10"\n',
      config,
      lines: [2],
    },
    {
      about: 'a month that does not exist',
      dockerfile: 'FROM node:22\nLABEL created="2026-13-10T10:00:00Z"\n',
      config,
      lines: [2],
    },
    {
      about: 'each label by itself',
      dockerfile:
        'FROM node:22\nLABEL revision="main" \\\n  licenses="Apache" url="example.org" contact="ada"\n',
      config,
      lines: [2, 2, 2, 2],
    },
  ],
  good: [
    {
      dockerfile:
        'FROM node:22\nLABEL version="1.4.0-rc.1+7" created="2026-03-10T10:26:33.5+01:00" revision="2dbfae9" url="https://example.org" contact="ada@example.org"\n',
      config,
    },
    {
      about: 'an SPDX expression',
      dockerfile:
        'FROM node:22\nLABEL licenses="(MIT OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0"\n',
      config,
    },
    {
      about: 'the value is not known',
      dockerfile: 'FROM node:22\nARG VERSION\nLABEL version="$VERSION"\n',
      config,
    },
    { about: 'a label outside the schema', dockerfile: 'FROM node:22\nLABEL other=""\n', config },
  ],
};
