import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nEXPOSE 22\n', lines: [2] },
    { about: 'among others', dockerfile: 'FROM debian:13\nEXPOSE 8080 22/tcp\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nEXPOSE 2222 8022\n' },
    { about: 'another protocol has ports of its own', dockerfile: 'FROM debian:13\nEXPOSE 22/sctp\n' },
  ],
};
