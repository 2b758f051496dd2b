import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    image: shop:1.4
    healthcheck:
      test: ["curl", "-f", "http://localhost"]
`,
      lines: [5],
      fixed: `services:
  web:
    image: shop:1.4
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost"]
`,
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    healthcheck:
      test:
        - curl
        - -f
        - http://localhost
`,
      lines: [6],
      fixed: `services:
  web:
    image: shop:1.4
    healthcheck:
      test:
        - CMD
        - curl
        - -f
        - http://localhost
`,
    },
  ],
  good: [
    {
      compose: `services:
  web:
    image: shop:1.4
    healthcheck:
      test: ["CMD", "curl", "-f", "http://localhost"]
`,
    },
    {
      about: 'a text runs in a shell',
      compose: `services:
  web:
    image: shop:1.4
    healthcheck:
      test: curl -f http://localhost
`,
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    healthcheck:
      test: [NONE]
`,
    },
  ],
};
