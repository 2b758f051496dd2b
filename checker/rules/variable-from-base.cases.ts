import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM example.org/base:1\nENV PATH=$TOOLS/bin:$PATH\n', lines: [2] },
    {
      about: 'a stage that is built on such a stage',
      dockerfile: 'FROM example.org/base:1 AS base\nFROM base\nWORKDIR /srv/$NAME\n',
      lines: [3],
    },
  ],
  good: [
    { dockerfile: 'FROM example.org/base:1\nENV TOOLS=/opt/tools\nENV PATH=$TOOLS/bin:$PATH\n' },
    { about: 'an image that is known', dockerfile: 'FROM alpine:3.22\nENV PATH=/opt/bin:$PATH\n' },
    { about: 'the shell expands RUN', dockerfile: 'FROM example.org/base:1\nRUN echo $ANY\n' },
  ],
};
