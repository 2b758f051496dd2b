import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: hunter2
`,
      lines: [5],
    },
    {
      compose: `services:
  db:
    image: postgres:17
    environment:
      - POSTGRES_PASSWORD=hunter2
`,
      lines: [5],
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    environment:
      DATABASE_URL: postgres://shop:hunter2@db/shop
`,
      lines: [5],
    },
    {
      compose: `services:
  web:
    build:
      context: .
      args:
        NPM_TOKEN: npm_0123456789abcdefghijklmnopqrstuvwxyz
`,
      lines: [6],
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    environment: {AWS_SECRET_ACCESS_KEY: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY}
`,
      lines: [4],
    },
  ],
  good: [
    {
      compose: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/db
    secrets: [db]
secrets:
  db: {file: db.txt}
`,
    },
    {
      compose: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: \${POSTGRES_PASSWORD}
`,
    },
    {
      compose: `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:?set it in .env}
`,
    },
    {
      about: 'taken from the shell',
      compose: `services:
  db:
    image: postgres:17
    environment:
      - POSTGRES_PASSWORD
`,
    },
    {
      about: 'no secret in these',
      compose: `services:
  web:
    image: shop:1.4
    environment:
      DATABASE_URL: postgres://shop@db/shop
      TOKEN_LIFETIME: 3600
      PASSWORD_MIN_LENGTH: 12
      ALLOW_EMPTY_PASSWORD: 'yes'
`,
    },
  ],
};
