import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile:
        'FROM node:22\nWORKDIR /app\nCOPY .npmrc package.json ./\nRUN npm install\nRUN rm -f .npmrc\n',
      context: { '.npmrc': '//registry/:_authToken=x', 'package.json': '{}' },
      lines: [5],
    },
    {
      about: 'package lists',
      dockerfile:
        'FROM debian:12\nRUN apt-get update && apt-get install -y curl\nRUN rm -rf /var/lib/apt/lists/*\n',
      lines: [3],
    },
    {
      about: 'a key that is used in between',
      dockerfile:
        'FROM alpine:3.22\nCOPY id_rsa /root/.ssh/id_rsa\nRUN git clone git@example.com:team/app.git; rm /root/.ssh/id_rsa\n',
      context: { id_rsa: 'key' },
      lines: [3],
    },
  ],
  good: [
    {
      dockerfile:
        'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      about: 'a stage that is not shipped',
      dockerfile:
        'FROM node:22 AS build\nWORKDIR /app\nCOPY .npmrc package.json ./\nRUN npm install\nRUN rm .npmrc\nFROM node:22-slim\nCOPY --from=build /app /app\n',
      context: { '.npmrc': 'x', 'package.json': '{}' },
    },
    {
      about: 'mounted',
      dockerfile:
        'FROM node:22\nWORKDIR /app\nCOPY package.json ./\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm install\n',
      context: { 'package.json': '{}' },
    },
    {
      about: 'a small file of no interest',
      dockerfile: 'FROM alpine:3.22\nCOPY notes.txt /tmp/\nRUN rm /tmp/notes.txt\n',
      context: { 'notes.txt': 'x' },
    },
  ],
};
