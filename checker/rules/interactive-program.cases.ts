import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM postgres:17\nRUN service postgresql start\n', lines: [2] },
    {
      about: 'among others',
      dockerfile: 'FROM debian:13\nRUN mkdir /a && \\\n  mount /dev/sda /a\n',
      lines: [3],
    },
    { about: 'in a trigger', dockerfile: 'FROM debian:13\nONBUILD RUN ps aux\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM postgres:17\nCMD ["postgres"]\n' },
    { about: 'as an argument', dockerfile: 'FROM debian:13\nRUN apt-get install -y vim ssh\n' },
    { about: 'when the container starts', dockerfile: 'FROM debian:13\nCMD ps aux\n' },
  ],
};
