import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    image: shop:1.4
    depends_on: [db]
  db:
    image: postgres:17
    healthcheck:
      test: [CMD, pg_isready]
`,
      lines: [4],
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    depends_on:
      db:
        condition: service_started
  db:
    image: postgres:17
    healthcheck:
      test: [CMD, pg_isready]
`,
      lines: [6],
    },
    {
      about: 'a database is not ready when it starts',
      compose: `services:
  web:
    image: shop:1.4
    depends_on:
      - db
  db:
    image: postgres:17
`,
      lines: [5],
    },
  ],
  good: [
    {
      compose: `services:
  web:
    image: shop:1.4
    depends_on:
      db:
        condition: service_healthy
  db:
    image: postgres:17
    healthcheck:
      test: [CMD, pg_isready]
`,
    },
    {
      about: 'nothing is known to wait for',
      compose: `services:
  web:
    image: shop:1.4
    depends_on: [mail]
  mail:
    image: example/mail:1
`,
    },
    {
      about: 'an optional dependency',
      compose: `services:
  web:
    image: shop:1.4
    depends_on:
      db:
        condition: service_started
        required: false
  db:
    image: postgres:17
    healthcheck:
      test: [CMD, pg_isready]
`,
    },
  ],
};
