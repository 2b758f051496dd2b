import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:12\nRUN apt-get update && apt-get -y dist-upgrade\n', lines: [2] },
    { about: 'zypper', dockerfile: 'FROM opensuse/leap:15.6\nRUN zypper -n dup\n', lines: [2] },
    {
      about: 'apt has another word for it',
      dockerfile: 'FROM debian:12\nRUN apt full-upgrade -y\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nRUN apt-get update && apt-get install -y curl\n' },
    { about: 'a package of that name', dockerfile: 'FROM debian:13\nRUN apt-get install -y dist-upgrade\n' },
  ],
};
