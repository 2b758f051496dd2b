import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile:
        'FROM python:3.12-slim\nRUN apt-get update && apt-get install -y build-essential && rm -rf /var/lib/apt/lists/*\nRUN pip install psycopg2\n',
      lines: [2],
    },
    {
      about: 'Alpine',
      dockerfile: 'FROM python:3.12-alpine\nRUN apk add --no-cache gcc musl-dev\nRUN pip install psycopg2\n',
      lines: [2],
    },
  ],
  good: [
    {
      about: 'apt-mark and autoremove take it away again',
      dockerfile:
        "FROM debian:12\nRUN apt-get update && apt-get install -y gcc make && make install && apt-mark auto '.*' && apt-get purge -y --auto-remove\n",
    },
    {
      dockerfile:
        'FROM python:3.12-slim AS build\nRUN apt-get update && apt-get install -y build-essential\nRUN pip install --prefix=/install psycopg2\nFROM python:3.12-slim\nCOPY --from=build /install /usr/local\n',
    },
    {
      about: 'removed in the same step',
      dockerfile:
        'FROM python:3.12-alpine\nRUN apk add --no-cache --virtual .deps gcc musl-dev && pip install psycopg2 && apk del .deps\n',
    },
    {
      about: 'purged in the same step',
      dockerfile:
        'FROM python:3.12-slim\nRUN apt-get update && apt-get install -y gcc && pip install psycopg2 && apt-get purge -y --auto-remove gcc\n',
    },
  ],
};
