import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile: 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n',
      lines: [4],
    },
    {
      about: 'npm',
      dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . /app\nRUN npm ci && npm run build\n',
      lines: [4],
    },
    {
      about: 'in the build stage',
      dockerfile:
        'FROM golang:1.27 AS build\nWORKDIR /src\nCOPY . .\nRUN go mod download\nRUN go build -o /app\nFROM scratch\nCOPY --from=build /app /app\n',
      lines: [4],
    },
  ],
  good: [
    {
      dockerfile:
        'FROM python:3.12-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\n',
    },
    {
      about: 'bind mounts',
      dockerfile:
        'FROM node:22\nWORKDIR /app\nRUN --mount=type=bind,source=package.json,target=package.json --mount=type=bind,source=package-lock.json,target=package-lock.json npm ci\nCOPY . .\n',
    },
    {
      about: 'the package itself',
      dockerfile: 'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN pip install .\n',
    },
    {
      about: 'the project itself, once its dependencies are there',
      dockerfile:
        'FROM python:3.12-slim\nCOPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/\nWORKDIR /app\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --locked --no-install-project\nCOPY . .\nRUN uv sync --locked\n',
    },
    {
      about: 'a stage that nothing needs',
      dockerfile: 'FROM node:22 AS old\nCOPY . .\nRUN npm ci\nFROM node:22\n',
    },
  ],
};
