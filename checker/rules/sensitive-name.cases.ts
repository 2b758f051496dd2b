import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nENV DB_USERNAME=app\n', lines: [2] },
    { about: 'the word inside another', dockerfile: 'FROM node:22\nARG tokenizer=bpe\n', lines: [2] },
    {
      about: 'the path of a file',
      dockerfile: 'FROM node:22\nENV PASSWORD_FILE=/run/secrets/db\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nENV LOG_LEVEL=info\n' },
    { about: 'for the other rule', dockerfile: 'FROM node:22\nENV DB_PASSWORD=x\n' },
  ],
};
