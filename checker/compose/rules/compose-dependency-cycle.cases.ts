import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    image: shop:1.4
    depends_on: [api]
  api:
    image: api:2.0
    depends_on: [web]
`,
      lines: [4],
    },
  ],
  good: [
    {
      compose: `services:
  web:
    image: shop:1.4
    depends_on: [api, db]
  api:
    image: api:2.0
    depends_on: [db]
  db:
    image: example/db:1
`,
    },
  ],
};
