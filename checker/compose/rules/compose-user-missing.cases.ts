import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      image: { users: ['root', 'node'] },
      compose: `services:
  web:
    build: .
    user: shop
`,
      lines: [4],
    },
  ],
  good: [
    {
      image: { users: ['root', 'node'] },
      compose: `services:
  web:
    build: .
    user: node
`,
    },
    {
      image: { users: ['root', 'node', 'shop'] },
      compose: `services:
  web:
    build: .
    user: shop
`,
    },
    {
      about: 'numbers need no account',
      image: { users: ['root', 'node'] },
      compose: `services:
  web:
    build: .
    user: '1001:1001'
`,
    },
    {
      about: 'the image is not known',
      compose: `services:
  web:
    image: example/web:1
    user: shop
`,
    },
  ],
};
