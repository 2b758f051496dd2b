import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  web:
    image: shop:1.4
    develop:
      watch:
        - path: package.json
          action: rebuild
`,
      lines: [6],
    },
    {
      compose: `services:
  web:
    build: .
    develop:
      watch:
        - path: src
          action: sync
`,
      lines: [6],
    },
  ],
  good: [
    {
      compose: `services:
  web:
    build: .
    develop:
      watch:
        - {path: src, action: sync, target: /app/src}
        - {path: package.json, action: rebuild}
        - {path: config, action: restart}
`,
    },
  ],
};
