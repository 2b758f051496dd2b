import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile: 'FROM node:22-slim\nRUN mkdir /data\nVOLUME /data\nUSER node\nCMD ["node", "server.js"]\n',
      lines: [3],
    },
    {
      about: 'a database that root owns',
      dockerfile: 'FROM python:3.12-slim\nRUN useradd app\nWORKDIR /app\nUSER app\nCOPY app.sqlite3 ./\n',
      context: { 'app.sqlite3': 'x' },
      lines: [5],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22-slim\nRUN mkdir /data && chown node:node /data\nVOLUME /data\nUSER node\n' },
    {
      about: 'code need not be written',
      dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nUSER node\n',
      context: { 'server.js': '' },
    },
    {
      about: 'copied for the user',
      dockerfile:
        'FROM python:3.12-slim\nRUN useradd app\nWORKDIR /app\nUSER app\nCOPY --chown=app app.sqlite3 ./\n',
      context: { 'app.sqlite3': 'x' },
    },
    { about: 'root writes everywhere', dockerfile: 'FROM node:22-slim\nVOLUME /data\n' },
  ],
};
