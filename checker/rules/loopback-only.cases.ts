import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile:
        'FROM python:3.12-slim\nRUN pip install uvicorn\nCMD ["uvicorn", "main:app", "--port", "8000"]\n',
      lines: [3],
    },
    {
      about: 'said outright',
      dockerfile: 'FROM python:3.12-slim\nCMD ["gunicorn", "--bind", "127.0.0.1:8000", "app:app"]\n',
      lines: [2],
    },
    {
      about: 'in the source',
      dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
      context: { 'server.js': "app.listen(3000, '127.0.0.1');" },
      lines: [4],
    },
    {
      about: 'the development server of Flask',
      dockerfile: 'FROM python:3.12-slim\nCMD ["flask", "run"]\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM python:3.12-slim\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0"]\n' },
    {
      about: 'set in the environment',
      dockerfile: 'FROM python:3.12-slim\nENV FLASK_RUN_HOST=0.0.0.0\nCMD ["flask", "run"]\n',
    },
    {
      about: 'Node listens everywhere when not told otherwise',
      dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
      context: { 'server.js': 'app.listen(3000, () => console.log(1));' },
    },
    {
      about: 'a variable that is set when it starts',
      dockerfile: 'FROM python:3.12-slim\nCMD uvicorn main:app --host $HOST\n',
    },
    {
      about: 'gunicorn with a configuration file',
      dockerfile: 'FROM python:3.12-slim\nCMD ["gunicorn", "-c", "gunicorn.conf.py", "app:app"]\n',
    },
  ],
};
