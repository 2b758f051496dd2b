import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    command: nodemon server.js
`,
      lines: [4],
    },
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    command: [npx, nodemon, server.js]
`,
      lines: [4],
    },
    {
      role: 'production',
      compose: `services:
  api:
    image: shop:1.4
    command: uvicorn app:app --reload
`,
      lines: [4],
    },
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    environment:
      - NODE_ENV=development
`,
      lines: [5],
    },
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    command: npm run dev
`,
      lines: [4],
    },
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    command: sh -c 'npm run dev'
`,
      lines: [4],
    },
  ],
  good: [
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    command: node server.js
    environment: {NODE_ENV: production}
`,
    },
    {
      role: 'development',
      compose: `services:
  web:
    image: shop:1.4
    command: nodemon server.js
`,
    },
    {
      about: 'only a word',
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    command: node server.js --name nodemon
`,
    },
  ],
};
