import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nEXPOSE 80000\n', lines: [2] },
    { about: 'the end of a range', dockerfile: 'FROM node:22\nEXPOSE 8080 60000-70000/udp\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nEXPOSE 3000 65535/tcp\n' },
    { about: 'the value is not known', dockerfile: 'FROM node:22\nARG PORT\nEXPOSE ${PORT} 3000-$PORT\n' },
  ],
};
