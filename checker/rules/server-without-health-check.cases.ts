import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22-slim\nEXPOSE 3000\nCMD ["node", "server.js"]\n', lines: [1] },
    {
      about: 'its arguments say that it listens',
      dockerfile: 'FROM python:3.13-slim\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0"]\n',
      lines: [1],
    },
  ],
  good: [
    {
      dockerfile:
        'FROM node:22-slim\nEXPOSE 3000\nHEALTHCHECK CMD ["node", "check.js"]\nCMD ["node", "server.js"]\n',
    },
    { about: 'decided against', dockerfile: 'FROM node:22-slim\nEXPOSE 3000\nHEALTHCHECK NONE\n' },
    { about: 'no server', dockerfile: 'FROM python:3.13-slim\nCMD ["python", "-c", "print(1)"]\n' },
    { about: 'the base image may have one', dockerfile: 'FROM example.org/base:1\nEXPOSE 80\n' },
    {
      about: 'in a stage below',
      dockerfile: 'FROM node:22 AS base\nHEALTHCHECK CMD ["node", "check.js"]\nFROM base\nEXPOSE 3000\n',
    },
  ],
};
