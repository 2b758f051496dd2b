import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN wget https://a.example/b.tar.gz\n', lines: [2] },
    {
      about: 'in a pipe',
      dockerfile: 'FROM debian:13\nRUN wget -O - https://a.example | tar -x\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nRUN wget -nv https://a.example/b.tar.gz\n' },
    {
      about: 'every other way',
      dockerfile:
        'FROM debian:13\nRUN wget -q a && wget -qO- b && wget --progress=dot:giga c && wget -o log d && wget --no-verbose e\n',
    },
    { about: 'as a package', dockerfile: 'FROM debian:13\nRUN apt-get install -y wget\n' },
  ],
};
