import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  db:
    image: postgres:17
    volumes:
      - data:/var/lib/postgresql/data
`,
      lines: [5],
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    networks: [front]
networks:
  frnt:
`,
      lines: [4],
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    depends_on: [database]
`,
      lines: [4],
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    secrets: [key]
    configs:
      - source: app
`,
      lines: [4, 6],
    },
    {
      compose: `services:
  web:
    image: shop:1.4
    network_mode: service:vpn
`,
      lines: [4],
    },
  ],
  good: [
    {
      compose: `services:
  db:
    image: postgres:17
    volumes:
      - data:/var/lib/postgresql/data
      - ./init:/docker-entrypoint-initdb.d
      - /var/cache
volumes:
  data:
`,
    },
    {
      about: 'there is always a default network',
      compose: `services:
  web:
    image: shop:1.4
    networks: [default]
`,
    },
    {
      about: 'the included file may declare it',
      compose: `include: [more.yaml]
services:
  web:
    image: shop:1.4
    networks: [front]
`,
    },
    {
      about: 'the included file does',
      files: {
        'more.yaml': `networks:
  front:
`,
      },
      compose: `include: [more.yaml]
services:
  web:
    image: shop:1.4
    networks: [front]
`,
    },
    {
      about: 'what the variable holds is not known',
      compose: `services:
  web:
    image: shop:1.4
    volumes: ['\${DATA}:/data']
`,
    },
    {
      about: 'not required',
      compose: `services:
  web:
    image: shop:1.4
    depends_on:
      cache: {condition: service_started, required: false}
`,
    },
  ],
};
