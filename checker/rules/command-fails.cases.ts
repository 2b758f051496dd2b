import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile: 'FROM python:3.12-slim\nWORKDIR /app\nRUN pip install -r requirements.txt\nCOPY . .\n',
      context: { 'requirements.txt': 'flask' },
      lines: [3],
    },
    {
      about: 'a folder of root, and another user',
      dockerfile:
        'FROM node:22\nWORKDIR /app\nCOPY package.json package-lock.json ./\nUSER node\nRUN npm ci\n',
      context: { 'package.json': '{"dependencies":{"express":"5"}}', 'package-lock.json': '{}' },
      lines: [5],
    },
    {
      about: 'npm ci without a lock file',
      dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY package.json ./\nRUN npm ci\n',
      context: { 'package.json': '{}' },
      lines: [4],
    },
    {
      about: 'system packages as another user',
      dockerfile: 'FROM node:22-slim\nUSER node\nRUN apt-get update && apt-get install -y curl\n',
      lines: [3],
    },
    {
      about: 'nothing to install from',
      dockerfile: 'FROM debian:12\nRUN apt-get install -y curl\n',
      lines: [2],
    },
    {
      about: 'the owner does not exist',
      dockerfile: 'FROM debian:12\nRUN mkdir /data && chown app /data\n',
      lines: [2],
    },
    {
      about: 'no such script',
      dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY package.json .\nRUN npm run bulid\n',
      context: { 'package.json': '{"scripts":{"build":"node build.js"}}' },
      lines: [4],
    },
  ],
  good: [
    {
      dockerfile:
        'FROM python:3.12-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n',
      context: { 'requirements.txt': 'flask' },
    },
    {
      about: 'the folder belongs to the user',
      dockerfile:
        'FROM node:22\nUSER node\nWORKDIR /home/node/app\nCOPY --chown=node package.json package-lock.json ./\nRUN npm ci\n',
      context: { 'package.json': '{}', 'package-lock.json': '{}' },
    },
    { about: 'a failure that is caught', dockerfile: 'FROM debian:12\nRUN mkdir /etc || true\n' },
    {
      about: 'lists that an earlier step left',
      dockerfile: 'FROM debian:12\nRUN apt-get update\nRUN apt-get install -y curl\n',
    },
    {
      about: 'a context that is not known',
      dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nRUN npm run build\n',
    },
    {
      about: 'mounted instead of copied',
      dockerfile:
        'FROM python:3.12-slim\nRUN --mount=type=bind,target=/src pip install -r /src/requirements.txt\n',
      context: { 'requirements.txt': 'flask' },
    },
    {
      about: 'a script that the shell refuses as a whole',
      dockerfile: 'FROM alpine:3.22\nRUN (cd /nowhere\n',
    },
    {
      about: 'a folder that everybody may write to',
      dockerfile: 'FROM alpine:3.22\nUSER nobody\nRUN echo hello > /tmp/hello && mkdir /tmp/cache\n',
    },
  ],
};
