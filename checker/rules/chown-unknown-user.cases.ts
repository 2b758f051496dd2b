import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM python:3.12-slim\nCOPY --chown=app:app . /app\n', lines: [2] },
    {
      about: 'made only afterwards',
      dockerfile: 'FROM alpine:3.22\nCOPY --chown=app . /app\nRUN adduser -D app\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM python:3.12-slim\nRUN useradd app\nCOPY --chown=app:app . /app\n' },
    { about: 'a number', dockerfile: 'FROM scratch\nCOPY --chown=65532:65532 app /app\n' },
    {
      about: 'an image of which nothing is known',
      dockerfile: 'FROM example.com/base\nCOPY --chown=app . /app\n',
    },
    {
      about: 'a name from a build argument',
      dockerfile: 'FROM debian:12\nARG OWNER\nCOPY --chown=$OWNER . /app\n',
    },
  ],
};
