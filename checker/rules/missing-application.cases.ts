import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY package.json .\nCMD ["node", "server.js"]\n',
      context: { 'package.json': '{}', 'server.js': '' },
      lines: [4],
    },
    {
      about: 'left in the build stage',
      dockerfile:
        'FROM golang:1.27 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /out/app .\nFROM gcr.io/distroless/static-debian12\nENTRYPOINT ["/app"]\n',
      context: { 'go.mod': 'module app', 'main.go': 'package main' },
      lines: [6],
    },
    {
      about: 'the module is elsewhere',
      dockerfile:
        'FROM python:3.12-slim\nWORKDIR /srv\nRUN pip install uvicorn\nCOPY app /srv/app\nCMD ["uvicorn", "main:app"]\n',
      context: { 'app/main.py': 'app = None' },
      lines: [5],
    },
  ],
  good: [
    {
      dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n',
      context: { 'server.js': '' },
    },
    {
      about: 'without its extension',
      dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "server"]\n',
      context: { 'server.js': '' },
    },
    {
      about: 'a context that is not known',
      dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "dist/server.js"]\n',
    },
    {
      about: 'what a build script makes',
      dockerfile:
        'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nRUN npm run build\nCMD ["node", "dist/server.js"]\n',
      context: { 'package.json': '{"scripts":{"build":"node build.js"}}', 'build.js': '' },
    },
    {
      about: 'node takes the command over from its entrypoint',
      dockerfile: 'FROM node:22\nCMD ["server.js"]\nWORKDIR /app\nCOPY server.js .\n',
      context: { 'server.js': '' },
    },
    {
      about: 'copied from the build stage',
      dockerfile:
        'FROM golang:1.27 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /out/app .\nFROM gcr.io/distroless/static-debian12\nCOPY --from=build /out/app /app\nENTRYPOINT ["/app"]\n',
      context: { 'go.mod': 'module app', 'main.go': 'package main' },
    },
  ],
};
