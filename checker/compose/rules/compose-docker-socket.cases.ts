import type { ComposeRuleCases } from './rule.ts';

export const cases: ComposeRuleCases = {
  bad: [
    {
      compose: `services:
  ci:
    image: runner:1
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
`,
      lines: [5],
    },
    {
      compose: `services:
  ci:
    image: runner:1
    use_api_socket: true
`,
      lines: [4],
    },
  ],
  good: [
    {
      compose: `services:
  ci:
    image: runner:1
    volumes:
      - ./work:/work
`,
    },
  ],
};
