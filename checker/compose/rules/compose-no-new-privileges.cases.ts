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
    security_opt:
      - no-new-privileges:true
    image: shop:1.4
`,
    },
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    security_opt: ['apparmor:shop']
`,
      lines: [2],
    },
  ],
  good: [
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    security_opt: ['no-new-privileges:true']
`,
    },
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    security_opt: [no-new-privileges]
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
