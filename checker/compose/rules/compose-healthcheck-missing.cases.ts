import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      role: 'production',
      compose: `services:
  db:
    image: postgres:17
`,
      lines: [2],
    },
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    healthcheck:
      disable: true
`,
      lines: [5],
    },
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    healthcheck:
      test: [NONE]
`,
      lines: [5],
    },
    {
      about: 'the Dockerfile has none',
      role: 'production',
      files: {
        Dockerfile: `FROM node:22
CMD ["node", "."]
`,
      },
      compose: `services:
  web:
    build: .
`,
      lines: [2],
    },
  ],
  good: [
    {
      role: 'production',
      compose: `services:
  db:
    image: postgres:17
    healthcheck:
      test: [CMD, pg_isready]
`,
    },
    {
      about: 'the image may bring its own',
      role: 'production',
      compose: `services:
  web:
    image: registry.example.com/shop:1.4
`,
    },
    {
      about: 'the Dockerfile brings it',
      role: 'production',
      files: {
        Dockerfile: `FROM node:22
HEALTHCHECK CMD node check.js
CMD ["node", "."]
`,
      },
      compose: `services:
  web:
    build: .
`,
    },
    {
      about: 'the Dockerfile is not known',
      role: 'production',
      compose: `services:
  web:
    build: .
`,
    },
    {
      about: 'runs once',
      role: 'production',
      compose: `services:
  migrate:
    image: postgres:17
    command: psql -f up.sql
    restart: 'no'
`,
    },
    {
      role: 'development',
      compose: `services:
  db:
    image: postgres:17
`,
    },
  ],
};
