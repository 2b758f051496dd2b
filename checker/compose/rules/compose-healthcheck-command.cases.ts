import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      image: { has: ['node'], lacks: ['curl'] },
      compose: `services:
  web:
    build: .
    healthcheck:
      test: [CMD, curl, -f, http://localhost:3000/]
`,
      lines: [5],
    },
    {
      image: { has: ['node'], lacks: ['curl'] },
      compose: `services:
  web:
    build: .
    healthcheck:
      test: curl -f http://localhost:3000/ || exit 1
`,
      lines: [5],
    },
  ],
  good: [
    {
      image: { has: ['node', 'curl'] },
      compose: `services:
  web:
    build: .
    healthcheck:
      test: [CMD, curl, -f, http://localhost:3000/]
`,
    },
    {
      image: { has: ['node'], lacks: ['curl'] },
      compose: `services:
  web:
    build: .
    healthcheck:
      test: [CMD, node, check.js]
`,
    },
    {
      about: 'the image is not known',
      compose: `services:
  web:
    image: example/web:1
    healthcheck:
      test: [CMD, curl, -f, http://localhost:3000/]
`,
    },
  ],
};
