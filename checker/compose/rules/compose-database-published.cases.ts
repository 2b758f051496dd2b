import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  db:
    image: postgres:17
    ports:
      - 5432:5432
`,
      lines: [5],
      fixed: `services:
  db:
    image: postgres:17
    ports:
      - "127.0.0.1:5432:5432"
`,
    },
    {
      compose: `services:
  cache:
    image: bitnami/redis:7
    ports:
      - target: 6379
        published: '6379'
`,
      lines: [5],
    },
    {
      compose: `services:
  db:
    image: postgres:17
    ports: ['\${DB_PORT:-5432}:5432']
`,
      lines: [4],
    },
  ],
  good: [
    {
      compose: `services:
  db:
    image: postgres:17
    ports: ['127.0.0.1:5432:5432']
`,
    },
    {
      compose: `services:
  db:
    image: postgres:17
    expose: ['5432']
`,
    },
    {
      about: 'the console, not the queue',
      compose: `services:
  queue:
    image: rabbitmq:4-management
    ports: ['15672:15672']
`,
    },
    {
      about: 'the variable may hold an address',
      compose: `services:
  db:
    image: postgres:17
    ports: ['\${ADDRESS}:5432']
`,
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    ports: ['80:3000']
`,
    },
  ],
};
