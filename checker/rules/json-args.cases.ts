import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nCMD node server.js\n', lines: [2] },
    {
      about: 'single quotes are not JSON',
      dockerfile: "FROM node:22\nENTRYPOINT ['node', 'server.js']\n",
      lines: [2],
    },
    {
      about: 'SHELL comes too late',
      dockerfile: 'FROM node:22\nCMD echo $HOME && node server.js\nSHELL ["/bin/bash", "-c"]\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nCMD ["node", "server.js"]\n' },
    {
      about: 'a shell that was chosen',
      dockerfile: 'FROM node:22\nSHELL ["/bin/bash", "-c"]\nCMD exec node server.js\n',
    },
    {
      about: 'chosen in the stage below',
      dockerfile: 'FROM node:22 AS base\nSHELL ["/bin/bash", "-c"]\nFROM base\nCMD exec node server.js\n',
    },
    {
      about: 'a health check is not process 1',
      dockerfile: 'FROM node:22\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1\n',
    },
  ],
};
