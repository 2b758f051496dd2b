import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    image: shop:1.4
    privileged: true
`,
      lines: [4],
    },
  ],
  good: [
    {
      compose: `services:
  web:
    image: shop:1.4
    privileged: false
`,
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    cap_add: [NET_BIND_SERVICE]
`,
    },
  ],
};
