import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `version: '3.8'
services:
  web:
    image: shop:1.4
`,
      lines: [1],
      fixed: `services:
  web:
    image: shop:1.4
`,
    },
  ],
  good: [
    {
      compose: `name: shop
services:
  web:
    image: shop:1.4
`,
    },
  ],
};
