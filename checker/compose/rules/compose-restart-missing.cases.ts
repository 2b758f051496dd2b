import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
`,
      lines: [2],
      fixed: `services:
  web:
    restart: unless-stopped
    image: shop:1.4
`,
    },
  ],
  good: [
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    restart: always
`,
    },
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    deploy:
      restart_policy: {condition: on-failure}
`,
    },
    {
      about: 'runs once',
      role: 'production',
      compose: `services:
  migrate:
    image: shop:1.4
  web:
    image: shop:1.4
    restart: always
    depends_on:
      migrate: {condition: service_completed_successfully}
`,
    },
    {
      role: 'development',
      compose: `services:
  web:
    image: shop:1.4
`,
    },
  ],
};
