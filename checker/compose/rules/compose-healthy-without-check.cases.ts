import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    image: shop:1.4
    depends_on:
      db:
        condition: service_healthy
  db:
    image: postgres:17
`,
      lines: [6],
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    depends_on:
      db:
        condition: service_healthy
  db:
    image: example/db:1
    healthcheck:
      disable: true
`,
      lines: [6],
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
      about: 'the image may bring a health check',
      compose: `services:
  web:
    image: shop:1.4
    depends_on:
      db:
        condition: service_healthy
  db:
    image: example/db:1
`,
    },
  ],
};
