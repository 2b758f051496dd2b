import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    ports: ["8080:80"]
`,
      lines: [2],
    },
    {
      about: 'a service that only the file laid upon it names',
      compose: ['services: {web: {image: "shop:1.4"}}\n', 'services:\n  wep:\n    restart: always\n'],
      role: 'production',
      lines: [2],
    },
  ],
  good: [
    { compose: 'services:\n  web:\n    build: .\n' },
    {
      about: 'what the first file has need not be said again',
      compose: ['services: {web: {image: "shop:1.4"}}\n', 'services: {web: {restart: always}}\n'],
    },
    {
      about: 'a file that may be meant to be laid upon another',
      compose: 'services:\n  web:\n    volumes: [.:/app]\n',
      role: 'development',
    },
    {
      about: 'another program runs it',
      compose: 'services:\n  db:\n    provider: {type: awesomecloud}\n',
    },
    {
      about: 'the base of the service is in a file that is not there',
      compose: 'services:\n  web:\n    extends: {file: common.yaml, service: base}\n',
    },
    {
      about: 'the base has the image',
      compose: 'services:\n  base: {image: "shop:1.4"}\n  web: {extends: base, restart: always}\n',
    },
  ],
};
