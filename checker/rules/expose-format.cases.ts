import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nEXPOSE 8080:80\n', lines: [2] },
    { dockerfile: 'FROM node:22\nEXPOSE 127.0.0.1:80:80\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nEXPOSE 80\n' },
    { about: 'a range', dockerfile: 'FROM node:22\nEXPOSE 8000-8010/udp\n' },
  ],
};
