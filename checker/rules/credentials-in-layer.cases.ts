import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nRUN aws configure set aws_secret_access_key abc\n', lines: [2] },
    {
      about: 'a key file that is copied',
      dockerfile: 'FROM node:22\nCOPY keys /app/keys\nENV GOOGLE_APPLICATION_CREDENTIALS=/app/keys/sa.json\n',
      lines: [3],
    },
  ],
  good: [
    {
      dockerfile:
        'FROM node:22\nRUN --mount=type=secret,id=aws aws configure set aws_secret_access_key "$(cat /run/secrets/aws)"\n',
    },
    {
      about: 'the file comes when the container starts',
      dockerfile: 'FROM node:22\nCOPY src /app\nENV GOOGLE_APPLICATION_CREDENTIALS=/run/secrets/sa.json\n',
    },
    {
      about: 'a setting without a secret',
      dockerfile: 'FROM node:22\nRUN aws configure set region eu-central-1\n',
    },
  ],
};
