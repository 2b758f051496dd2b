import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      files: {
        Dockerfile: `FROM node:22 AS build
RUN npm ci
FROM node:22-slim AS runtime
CMD ["node", "server.js"]
`,
      },
      compose: `services:
  web:
    build:
      context: .
      target: runtme
`,
      lines: [5],
    },
    {
      files: {
        'web/docker/Dockerfile': `FROM node:22 AS build
RUN npm ci
FROM node:22-slim AS runtime
CMD ["node", "server.js"]
`,
      },
      compose: `services:
  web:
    build:
      context: web
      dockerfile: docker/Dockerfile
      target: dev
`,
      lines: [6],
    },
    {
      compose: `services:
  web:
    build:
      context: .
      target: dev
      dockerfile_inline: |
        FROM node:22
`,
      lines: [5],
    },
  ],
  good: [
    {
      about: 'names of stages have no case',
      files: {
        Dockerfile: `FROM node:22 AS build
RUN npm ci
FROM node:22-slim AS runtime
CMD ["node", "server.js"]
`,
      },
      compose: `services:
  web:
    build:
      context: .
      target: Runtime
`,
    },
    {
      about: 'the Dockerfile is not known',
      compose: `services:
  web:
    build:
      context: .
      target: dev
`,
    },
    {
      files: {
        Dockerfile: `FROM node:22 AS build
RUN npm ci
FROM node:22-slim AS runtime
CMD ["node", "server.js"]
`,
      },
      compose: `services:
  web:
    build:
      context: .
      target: \${TARGET}
`,
    },
  ],
};
