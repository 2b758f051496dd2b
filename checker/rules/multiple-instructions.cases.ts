import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nCMD ["npm", "start"]\nCMD ["node", "app.js"]\n', lines: [2] },
    {
      about: 'each that is replaced',
      dockerfile: 'FROM node:22\nENTRYPOINT ["a"]\nENTRYPOINT ["b"]\nENTRYPOINT ["c"]\n',
      lines: [2, 3],
    },
    {
      about: 'one that switches the check off',
      dockerfile: 'FROM node:22\nHEALTHCHECK CMD ["a"]\nHEALTHCHECK NONE\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nENTRYPOINT ["node"]\nCMD ["app.js"]\n' },
    {
      about: 'one in each stage',
      dockerfile: 'FROM node:22 AS dev\nCMD ["npm", "run", "dev"]\nFROM node:22\nCMD ["node", "app.js"]\n',
    },
    { about: 'a trigger is for another image', dockerfile: 'FROM node:22\nONBUILD CMD ["a"]\nCMD ["b"]\n' },
  ],
};
