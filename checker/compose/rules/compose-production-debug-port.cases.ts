import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    command: node --inspect=0.0.0.0:9229 server.js
    ports: ['80:3000', '9229:9229']
`,
      lines: [5],
    },
    {
      about: "Node's own debug port",
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    ports:
      - 9229:9229
`,
      lines: [5],
    },
    {
      role: 'production',
      compose: `services:
  api:
    image: shop:1.4
    command: python -m debugpy --listen 0.0.0.0:5678 -m app
    ports:
      - 5678:5678
`,
      lines: [6],
    },
    {
      role: 'production',
      compose: `services:
  api:
    image: shop:1.4
    environment:
      JAVA_TOOL_OPTIONS: -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005
    ports:
      - 5005:5005
`,
      lines: [7],
    },
  ],
  good: [
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    ports: ['80:3000']
`,
    },
    {
      about: '5678 is a debug port for Python only',
      role: 'production',
      compose: `services:
  web:
    image: n8nio/n8n:1.80.0
    ports: ['5678:5678']
`,
    },
    {
      role: 'development',
      compose: `services:
  web:
    image: shop:1.4
    ports: ['9229:9229']
`,
    },
  ],
};
