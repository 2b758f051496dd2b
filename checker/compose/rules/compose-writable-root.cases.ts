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
    },
  ],
  good: [
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    read_only: true
    tmpfs: [/tmp]
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
