import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nRUN npm ci && \\\n\n  npm test\n', lines: [4] },
    { about: 'blanks only', dockerfile: 'FROM node:22\nENV A=1 \\\n   \n  B=2\n', lines: [4] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nRUN npm ci && \\\n  npm test\n' },
    { about: 'a comment in between', dockerfile: 'FROM node:22\nRUN npm ci && \\\n  # then\n  npm test\n' },
    { about: 'in a heredoc', dockerfile: 'FROM node:22\nRUN <<EOF\nnpm ci\n\nnpm test\nEOF\n' },
  ],
};
