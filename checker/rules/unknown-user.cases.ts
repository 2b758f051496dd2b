import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:20-slim\nWORKDIR /app\nUSER appuser\nCMD ["node", "server.js"]\n', lines: [3] },
    {
      about: 'the user was made in another stage',
      dockerfile:
        'FROM debian:12 AS build\nRUN useradd app\nFROM debian:12\nCOPY --from=build /etc/hostname /tmp/\nUSER app\n',
      lines: [5],
    },
    {
      about: 'a group that is not there',
      dockerfile: 'FROM alpine:3.22\nRUN adduser -D app\nUSER app:staff\nRUN id\n',
      lines: [3],
    },
  ],
  good: [
    { dockerfile: 'FROM node:20-slim\nUSER node\n' },
    { about: 'a number needs no entry', dockerfile: 'FROM debian:12\nUSER 10001:10001\nRUN id\n' },
    {
      about: 'an image of which nothing is known',
      dockerfile: 'FROM example.com/team/base:1\nUSER appuser\nRUN id\n',
    },
    {
      about: 'a script that may have made it',
      dockerfile: 'FROM debian:12\nCOPY setup.sh /\nRUN /setup.sh\nUSER app\n',
    },
    {
      about: 'made under a condition',
      dockerfile: 'FROM debian:12\nRUN getent passwd app || useradd app\nUSER app\nRUN id\n',
    },
    {
      about: 'taken over with the files',
      dockerfile:
        'FROM debian:12 AS users\nRUN useradd app\nFROM scratch\nCOPY --from=users /etc/passwd /etc/passwd\nUSER app\n',
    },
  ],
};
