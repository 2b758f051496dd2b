import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22-slim\nCMD ["node", "app.js"]\n', lines: [1] },
    {
      about: 'a user of the stage that only builds does not help',
      dockerfile: 'FROM node:22 AS build\nUSER node\nFROM node:22-slim\nCMD ["node", "app.js"]\n',
      lines: [3],
    },
    {
      about: 'scratch has no users',
      dockerfile: 'FROM scratch\nCOPY app /app\nENTRYPOINT ["/app"]\n',
      lines: [1],
    },
    {
      about: 'through a stage below',
      dockerfile: 'FROM python:3.13-slim AS base\nFROM base\nCMD ["python", "app.py"]\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22-slim\nUSER node\nCMD ["node", "app.js"]\n' },
    { about: 'by number', dockerfile: 'FROM scratch\nCOPY app /app\nUSER 10001\nENTRYPOINT ["/app"]\n' },
    { about: 'an unknown image may name one', dockerfile: 'FROM example.org/base:1\nCMD ["app"]\n' },
    {
      about: 'the base image names one',
      dockerfile: 'FROM gcr.io/distroless/static-debian12:nonroot\nCOPY app /app\nENTRYPOINT ["/app"]\n',
    },
    {
      about: 'set in the stage below',
      dockerfile: 'FROM node:22 AS base\nUSER node\nFROM base\nCMD ["node", "app.js"]\n',
    },
    {
      about: 'a server whose workers run as another user',
      dockerfile:
        'FROM debian:13-slim\nRUN apt-get update && apt-get install -y apache2\nCMD ["apache2ctl", "-D", "FOREGROUND"]\n',
    },
    {
      about: 'an image that steps down by itself',
      dockerfile: 'FROM postgres:17\nCOPY init.sql /docker-entrypoint-initdb.d/\n',
    },
  ],
};
