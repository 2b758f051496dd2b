import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nHEALTHCHECK CMD curl -f http://localhost/\n', lines: [2] },
    {
      about: 'a shell that was chosen',
      dockerfile: 'FROM node:22\nSHELL ["/bin/bash", "-c"]\nCMD exec node server.js\n',
      lines: [3],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nHEALTHCHECK CMD ["node", "check.js"]\n' },
    { about: 'nothing is checked', dockerfile: 'FROM node:22\nHEALTHCHECK NONE\n' },
    { about: 'for the other rule', dockerfile: 'FROM node:22\nCMD node server.js\n' },
  ],
};
