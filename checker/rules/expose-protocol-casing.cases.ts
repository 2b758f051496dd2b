import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nEXPOSE 80/TCP\n', lines: [2] },
    { dockerfile: 'FROM node:22\nEXPOSE 53/udp 80/Tcp\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nEXPOSE 80/tcp 53/udp\n' },
    { about: 'no protocol', dockerfile: 'FROM node:22\nEXPOSE 80\n' },
  ],
};
