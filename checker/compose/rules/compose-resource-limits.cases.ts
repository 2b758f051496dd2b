import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
`,
      lines: [2],
    },
    {
      about: 'memory alone is half of it',
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    mem_limit: 512m
`,
      lines: [2],
    },
    {
      about: 'a reservation is no limit',
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    deploy:
      resources:
        reservations: {cpus: '1', memory: 1g}
`,
      lines: [2],
    },
  ],
  good: [
    {
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    deploy:
      resources:
        limits: {cpus: '0.5', memory: 512m}
`,
    },
    {
      about: 'the older keys limit just as well',
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    cpus: 0.5
    mem_limit: 512m
`,
    },
    {
      about: 'what the variables hold is not known',
      role: 'production',
      compose: `services:
  web:
    image: shop:1.4
    cpus: \${CPUS}
    mem_limit: \${MEM}
`,
    },
    {
      about: 'development needs none',
      role: 'development',
      compose: `services:
  web:
    image: shop:1.4
`,
    },
    {
      about: 'nobody said that this is for production',
      compose: `services:
  web:
    image: shop:1.4
`,
    },
    {
      about: 'the base is not known',
      role: 'production',
      compose: `services:
  web:
    extends: {file: base.yaml, service: web}
`,
    },
    {
      about: 'the base sets them',
      role: 'production',
      files: {
        'base.yaml': `services:
  web:
    image: shop:1.4
    cpus: 1
    mem_limit: 1g
`,
      },
      compose: `services:
  web:
    extends: {file: base.yaml, service: web}
`,
    },
    {
      about: 'started by the development profile only',
      role: 'production',
      compose: `services:
  debug:
    image: shop:1.4
    profiles: [dev]
`,
    },
  ],
};
