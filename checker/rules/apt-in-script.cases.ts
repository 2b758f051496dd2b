import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN apt update && apt install -y curl\n', lines: [2, 2] },
    { about: 'what apt-get cannot do', dockerfile: 'FROM debian:13\nRUN apt list --installed\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nRUN apt-get update && apt-get install -y curl\n' },
    { about: 'a folder of that name', dockerfile: 'FROM debian:13\nRUN rm -rf /var/lib/apt && echo apt\n' },
  ],
};
