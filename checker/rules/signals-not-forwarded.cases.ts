import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22-slim\nCMD ["npm", "start"]\n', lines: [2] },
    {
      about: 'a start script without exec',
      dockerfile:
        'FROM python:3.12-slim\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\nCMD ["uvicorn", "main:app"]\n',
      context: { 'start.sh': '#!/bin/sh\nset -e\npython migrate.py\n"$@"\n' },
      lines: [3],
    },
    {
      about: 'sh -c with several commands',
      dockerfile: 'FROM python:3.12-slim\nCMD ["sh", "-c", "python migrate.py && gunicorn app:app"]\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22-slim\nCMD ["node", "server.js"]\n' },
    {
      about: 'a start script that hands over',
      dockerfile:
        'FROM python:3.12-slim\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\nCMD ["uvicorn", "main:app"]\n',
      context: { 'start.sh': '#!/bin/sh\nset -e\npython migrate.py\nexec "$@"\n' },
    },
    {
      about: 'an init in front',
      dockerfile:
        'FROM node:22-slim\nRUN apt-get update && apt-get install -y tini\nENTRYPOINT ["tini", "--"]\nCMD ["npm", "start"]\n',
    },
    {
      about: 'a script that is not known',
      dockerfile: 'FROM python:3.12-slim\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n',
    },
    {
      about: 'exec in sh -c',
      dockerfile: 'FROM python:3.12-slim\nCMD ["sh", "-c", "python migrate.py && exec gunicorn app:app"]\n',
    },
  ],
};
