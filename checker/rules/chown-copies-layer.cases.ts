import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile:
        'FROM node:22-slim\nWORKDIR /app\nCOPY package.json .\nRUN npm install\nRUN chown -R node:node /app\nUSER node\n',
      context: { 'package.json': '{"dependencies":{"express":"5","typescript":"5"}}' },
      lines: [5],
    },
    {
      about: 'with the user made in the same step',
      dockerfile:
        'FROM python:3.12-slim\nWORKDIR /app\nRUN python -m venv /app/venv && /app/venv/bin/pip install pandas\nRUN useradd app && chown -R app /app\n',
      lines: [4],
    },
  ],
  good: [
    {
      dockerfile:
        'FROM node:22-slim\nWORKDIR /app\nRUN chown node:node /app\nUSER node\nCOPY --chown=node package.json .\nRUN npm install\n',
      context: { 'package.json': '{"dependencies":{"typescript":"5"}}' },
    },
    {
      about: 'a few small files',
      dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY server.js .\nRUN chown -R node /app\n',
      context: { 'server.js': '' },
    },
    {
      about: 'in the step that makes them',
      dockerfile:
        'FROM python:3.12-slim\nRUN python -m venv /venv && /venv/bin/pip install pandas && chown -R nobody /venv\n',
    },
  ],
};
