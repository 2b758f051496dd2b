import { placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const portOutOfRangePage: RulePage = {
  title: 'Expose ports from 0 to 65535',
  why: 'A port is a number of 16 bits. Docker refuses anything above 65535.',
  sources: ['https://docs.docker.com/reference/dockerfile/#expose'],
};

export const portOutOfRange: Rule = {
  name: 'port-out-of-range',
  severity: 'error',
  refs: ['hadolint:DL3011', 'trivy:DS-0008'],
  set: 'all',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'expose') continue;
      for (const port of instruction.ports) {
        const [, first, last] = /^(\d+)(?:-(\d+))?(?:\/\w*)?$/.exec(unquote(port.text)) ?? [];
        const high = [first, last].find((number) => number !== undefined && Number(number) > 65535);
        if (!high) continue;
        yield {
          range: rangeOf(instruction, port),
          message: `${high} is no port: the highest is 65535. Write the port on which the application listens.`,
          // Trivy does not read ranges.
          refs: last === undefined ? this.refs : ['hadolint:DL3011'],
        };
      }
    }
  },
};
