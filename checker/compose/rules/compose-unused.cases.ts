import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    image: shop:1.4
volumes:
  data:
networks:
  back:
`,
      lines: [5, 7],
    },
  ],
  good: [
    {
      compose: `services:
  web:
    image: shop:1.4
    volumes: ['data:/data']
    networks: {back: {aliases: [shop]}}
volumes:
  data:
networks:
  back:
  default:
`,
    },
    {
      about: 'the build uses it',
      compose: `services:
  web:
    build:
      context: .
      secrets: [npm]
secrets:
  npm: {environment: NPM_TOKEN}
`,
    },
    {
      about: 'the base may use it',
      compose: `services:
  web:
    image: shop:1.4
    extends: {file: base.yaml, service: web}
volumes:
  data:
`,
    },
  ],
};
