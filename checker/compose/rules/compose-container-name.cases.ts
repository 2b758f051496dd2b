import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    image: shop:1.4
    container_name: shop
`,
      lines: [4],
      fixed: `services:
  web:
    image: shop:1.4
`,
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    container_name: shop
    deploy:
      replicas: 3
`,
      lines: [4],
    },
  ],
  good: [
    {
      compose: `services:
  web:
    image: shop:1.4
    hostname: shop
`,
    },
  ],
};
