import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN wget https://a.example\nRUN curl -O https://b.example\n', lines: [3] },
    { about: 'in one step', dockerfile: 'FROM debian:13\nRUN curl -O a && \\\n  wget b\n', lines: [3] },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nRUN curl -O https://a.example\nRUN curl -O https://b.example\n' },
    {
      about: 'in different stages',
      dockerfile: 'FROM debian:13 AS a\nRUN wget b\nFROM debian:13\nRUN curl c\n',
    },
    {
      about: 'as a package and in the health check',
      dockerfile:
        'FROM debian:13\nRUN apt-get install -y wget && curl a\nHEALTHCHECK CMD wget -q localhost\n',
    },
  ],
};
