import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      role: 'development',
      compose: `services:
  web:
    build: .
`,
      lines: [2],
    },
  ],
  good: [
    {
      role: 'development',
      compose: `services:
  web:
    build: .
    volumes: ['./src:/app/src']
`,
    },
    {
      role: 'development',
      compose: `services:
  web:
    build: .
    develop:
      watch:
        - {path: src, action: sync, target: /app/src}
`,
    },
    {
      about: 'nothing of yours in it',
      role: 'development',
      compose: `services:
  db:
    image: postgres:17
`,
    },
    {
      about: 'it can be debugged',
      role: 'development',
      compose: `services:
  web:
    build: .
    command: node --inspect=0.0.0.0 server.js
    ports: ['127.0.0.1:9229:9229']
`,
    },
    {
      role: 'production',
      compose: `services:
  web:
    build: .
`,
    },
  ],
};
