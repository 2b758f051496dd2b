import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nARG NPM_TOKEN\nRUN npm ci\n', lines: [2] },
    {
      about: 'each variable',
      dockerfile: 'FROM node:22\nENV DB_PASSWORD=x LOG=info secret=y\n',
      lines: [2, 2],
    },
    { about: 'an empty one waits for its value', dockerfile: 'FROM node:22\nENV api_key=\n', lines: [2] },
    {
      about: 'a global argument is meant to be filled in too',
      dockerfile: 'ARG GITHUB_TOKEN\nFROM node:22\n',
      lines: [1],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nRUN --mount=type=secret,id=npm_token npm ci\n' },
    { about: 'a public key', dockerfile: 'FROM node:22\nENV PUBLIC_KEY=abc\n' },
    { about: 'the path of a file', dockerfile: 'FROM node:22\nENV DB_PASSWORD_FILE=/run/secrets/db\n' },
    {
      about: 'the word is only part of another',
      dockerfile: 'FROM node:22\nENV KEYBOARD=de AUTHOR=ada TOKENIZER=bpe\n',
    },
  ],
};
