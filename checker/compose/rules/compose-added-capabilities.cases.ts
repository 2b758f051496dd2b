import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    image: shop:1.4
    cap_add: [SYS_ADMIN]
`,
      lines: [4],
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    cap_add:
      - CAP_NET_ADMIN
      - all
`,
      lines: [5, 6],
    },
  ],
  good: [
    {
      compose: `services:
  web:
    image: shop:1.4
    cap_drop: [ALL]
    cap_add: [NET_BIND_SERVICE]
`,
    },
  ],
};
