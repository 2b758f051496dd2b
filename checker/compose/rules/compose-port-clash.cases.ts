import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    image: shop:1.4
    ports: ['8080:80']
  api:
    image: api:2.0
    ports: ['127.0.0.1:8080:3000']
`,
      lines: [7],
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    ports: ['8000-8010:8000-8010']
  api:
    image: api:2.0
    ports: [{target: 80, published: '8005'}]
`,
      lines: [7],
    },
  ],
  good: [
    {
      compose: `services:
  web:
    image: shop:1.4
    ports: ['8080:80', '8080:80/udp']
  api:
    image: api:2.0
    ports: ['8081:80', '80']
`,
    },
    {
      about: 'different addresses',
      compose: `services:
  web:
    image: shop:1.4
    ports: ['127.0.0.1:8080:80']
  api:
    image: api:2.0
    ports: ['127.0.0.2:8080:80']
`,
    },
    {
      about: 'never together',
      compose: `services:
  web:
    image: shop:1.4
    ports: ['8080:80']
    profiles: [a]
  api:
    image: api:2.0
    ports: ['8080:80']
    profiles: [b]
`,
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    ports: ['\${A}:80']
  api:
    image: api:2.0
    ports: ['\${B}:80']
`,
    },
  ],
};
