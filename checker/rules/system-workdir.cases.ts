import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nWORKDIR /proc/self/fd/8\n', lines: [2] },
    { about: 'the folder itself, in quotes', dockerfile: 'FROM node:22\nWORKDIR "/dev"\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nWORKDIR /app\n' },
    { about: 'a name that only begins the same', dockerfile: 'FROM node:22\nWORKDIR /developer/app\n' },
    { about: 'a folder called dev elsewhere', dockerfile: 'FROM node:22\nWORKDIR /srv/dev/app\n' },
  ],
};
