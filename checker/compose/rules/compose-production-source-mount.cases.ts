import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      role: 'production',
      compose: `services:
  web:
    build: .
    volumes:
      - .:/app
`,
      lines: [5],
    },
    {
      role: 'production',
      compose: `services:
  web:
    build: .
    volumes:
      - type: bind
        source: ./src
        target: /app/src
`,
      lines: [5],
    },
    {
      about: 'the base file mounts it',
      role: 'production',
      compose: [
        `services:
  web:
    build: .
    volumes:
      - ./src:/app/src
`,
        `services:
  web:
    restart: always
`,
      ],
      lines: [5],
    },
    {
      role: 'production',
      compose: `services:
  web:
    build: .
    volumes: ['\${PWD}/src:/app/src']
`,
      lines: [4],
    },
    {
      about: 'a public image that runs the mounted project',
      role: 'production',
      compose: `services:\n  web:\n    image: node:22\n    volumes:\n      - .:/app\n`,
      lines: [5],
    },
  ],
  good: [
    {
      about: 'content for a web server, not code that runs',
      role: 'production',
      compose: `services:\n  site:\n    image: nginx:1.29\n    volumes:\n      - ./public:/usr/share/nginx/html:ro\n`,
    },
    {
      role: 'production',
      compose: `services:
  web:
    build: .
    volumes:
      - data:/var/lib/app
volumes:
  data:
`,
    },
    {
      about: 'configuration, not code',
      role: 'production',
      compose: `services:
  proxy:
    image: nginx:1.29
    volumes:
      - ./nginx.conf:/etc/nginx/nginx.conf:ro
`,
    },
    {
      role: 'development',
      compose: `services:
  web:
    build: .
    volumes:
      - .:/app
`,
    },
    {
      about: 'the production file takes it away',
      role: 'production',
      compose: [
        `services:
  web:
    build: .
    volumes:
      - .:/app
`,
        `services:
  web:
    volumes: !reset []
`,
      ],
    },
  ],
};
