import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      image: { ports: [3000] },
      compose: `services:
  web:
    build: .
    ports: ['3000:8080']
`,
      lines: [4],
    },
  ],
  good: [
    {
      image: { ports: [3000] },
      compose: `services:
  web:
    build: .
    ports: ['8080:3000']
`,
    },
    {
      about: 'the app is told another port',
      image: { ports: [3000] },
      compose: `services:
  web:
    build: .
    ports: ['8080:4000']
    environment: {PORT: 4000}
`,
    },
    {
      about: 'the image exposes nothing',
      image: { ports: [] },
      compose: `services:
  web:
    build: .
    ports: ['8080:4000']
`,
    },
  ],
};
