import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { about: 'the next RUN is elsewhere', dockerfile: 'FROM node:22\nRUN cd /app\nRUN npm ci\n', lines: [2] },
    { dockerfile: 'FROM node:22\nRUN cd /app && npm ci\n', lines: [2] },
    {
      about: 'after other commands',
      dockerfile: 'FROM gcc:15\nRUN curl -O x; \\\n  (cd src && make)\n',
      lines: [3],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nWORKDIR /app\nRUN npm ci\n' },
    { about: 'a program with a like name', dockerfile: 'FROM node:22\nRUN cdk synth && echo cd\n' },
    { about: 'when the container starts', dockerfile: 'FROM node:22\nCMD cd /app && node server.js\n' },
  ],
};
