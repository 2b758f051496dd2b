import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile:
        'FROM python:3.12-slim\nEXPOSE 5000\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      lines: [2],
    },
    {
      about: 'the health check',
      dockerfile:
        'FROM python:3.12\nEXPOSE 8000\nHEALTHCHECK CMD curl -f http://localhost:8080/ || exit 1\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0"]\n',
      lines: [3],
    },
    {
      about: 'the default of the source',
      dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nEXPOSE 8080\nCMD ["node", "server.js"]\n',
      context: { 'server.js': 'const port = process.env.PORT || 3000;\napp.listen(port);' },
      lines: [4],
    },
  ],
  good: [
    { dockerfile: 'FROM python:3.12-slim\nEXPOSE 8000\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0"]\n' },
    {
      about: 'the environment changes it',
      dockerfile:
        'FROM node:22\nWORKDIR /app\nENV PORT=8080\nCOPY . .\nEXPOSE 8080\nCMD ["node", "server.js"]\n',
      context: { 'server.js': 'const port = process.env.PORT || 3000;\napp.listen(port);' },
    },
    {
      about: 'a second port for metrics',
      dockerfile:
        'FROM python:3.12-slim\nEXPOSE 8000 9090\nHEALTHCHECK CMD python -c "import urllib.request as r; r.urlopen(\'http://localhost:9090/\')"\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0"]\n',
    },
    {
      about: 'a server whose port is not known',
      dockerfile: 'FROM golang:1.27\nEXPOSE 8080\nCMD ["/go/bin/server"]\n',
    },
  ],
};
