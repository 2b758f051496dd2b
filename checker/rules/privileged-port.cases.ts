import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile:
        'FROM python:3.12-slim\nRUN useradd app\nUSER app\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "80"]\n',
      lines: [3],
    },
    {
      about: 'in the source',
      dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY server.js .\nUSER node\nCMD ["node", "server.js"]\n',
      context: { 'server.js': 'app.listen(443);' },
      lines: [4],
    },
  ],
  good: [
    {
      dockerfile:
        'FROM python:3.12-slim\nRUN useradd app\nUSER app\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8080"]\n',
    },
    {
      about: 'root may',
      dockerfile: 'FROM python:3.12-slim\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "80"]\n',
    },
  ],
};
