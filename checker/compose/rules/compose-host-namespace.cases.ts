import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    image: shop:1.4
    network_mode: host
`,
      lines: [4],
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    pid: host
    ipc: host
`,
      lines: [4, 5],
    },
  ],
  good: [
    {
      compose: `services:
  web:
    image: shop:1.4
    network_mode: bridge
`,
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    network_mode: \${MODE}
`,
    },
  ],
};
