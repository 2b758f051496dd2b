import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      role: 'production',
      compose: `services:
  proxy:
    image: nginx
`,
      lines: [3],
    },
    {
      role: 'production',
      compose: `services:
  proxy:
    image: registry.example.com:5000/nginx:latest
`,
      lines: [3],
    },
    {
      role: 'production',
      compose: `services:
  proxy:
    image: nginx:\${TAG:-latest}
`,
      lines: [3],
    },
  ],
  good: [
    {
      role: 'production',
      compose: `services:
  proxy:
    image: nginx:1.29
`,
    },
    {
      role: 'production',
      compose: `services:
  proxy:
    image: nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`,
    },
    {
      about: 'the version comes from outside',
      role: 'production',
      compose: `services:
  proxy:
    image: nginx:\${TAG}
`,
    },
    {
      about: 'built, not pulled',
      role: 'production',
      compose: `services:
  web:
    build: .
    image: shop
`,
    },
    {
      role: 'development',
      compose: `services:
  proxy:
    image: nginx
`,
    },
  ],
};
