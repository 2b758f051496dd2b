import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN mkdir /app\nRUN useradd app\n', lines: [3] },
    {
      about: 'comments make no difference',
      dockerfile: 'FROM debian:13\nRUN a\n# why\n\nRUN b\nRUN c\n',
      lines: [5, 6],
    },
    {
      about: 'with the same mounts',
      dockerfile: 'FROM debian:13\nRUN --mount=type=secret,id=a x\nRUN --mount=type=secret,id=a y\n',
      lines: [3],
    },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nRUN mkdir /app && useradd app\n' },
    { about: 'something stands between', dockerfile: 'FROM debian:13\nRUN a\nWORKDIR /b\nRUN c\n' },
    { about: 'with other mounts', dockerfile: 'FROM debian:13\nRUN --mount=type=secret,id=a x\nRUN y\n' },
    { about: 'a long step has its reasons', dockerfile: 'FROM debian:13\nRUN a && b\nRUN d\n' },
    { about: 'in another stage', dockerfile: 'FROM a AS b\nRUN x\nFROM c\nRUN y\n' },
  ],
};
