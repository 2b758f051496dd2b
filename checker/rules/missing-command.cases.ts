import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile: 'FROM python:3.12-slim\nRUN curl -fsSL https://example.com/install.sh -o /tmp/i.sh\n',
      lines: [2],
    },
    {
      about: 'a health check in a slim image',
      dockerfile:
        'FROM node:22-slim\nHEALTHCHECK CMD curl -f http://localhost:3000/ || exit 1\nCMD ["node", "server.js"]\n',
      lines: [2],
    },
    {
      about: 'bash in Alpine',
      dockerfile: 'FROM alpine:3.22\nCMD ["bash", "-c", "echo hello"]\n',
      lines: [2],
    },
    { about: 'useradd in Alpine', dockerfile: 'FROM node:22-alpine\nRUN useradd app\n', lines: [2] },
    {
      about: 'a shell form in an empty image',
      dockerfile: 'FROM scratch\nCOPY app /app\nCMD /app\n',
      lines: [3],
    },
    { about: 'RUN in an empty image', dockerfile: 'FROM scratch\nRUN echo hello\n', lines: [2] },
    {
      about: 'the final stage lacks what the first one has',
      dockerfile: 'FROM golang:1.27 AS build\nRUN go version\nFROM debian:12-slim\nCMD ["go", "run", "."]\n',
      lines: [4],
    },
    {
      about: 'distroless has no shell',
      dockerfile: 'FROM gcr.io/distroless/static-debian12\nCOPY app /app\nENTRYPOINT /app --serve\n',
      lines: [3],
    },
  ],
  good: [
    {
      about: 'an archive brings the whole system',
      dockerfile: 'FROM scratch\nADD rootfs.tar.xz /\nRUN apt-get update\nCMD ["/bin/bash"]\n',
    },
    {
      about: 'a folder that is not known brings it',
      dockerfile: 'FROM scratch\nCOPY rootfs /\nCMD ["bash"]\n',
    },
    {
      dockerfile:
        'FROM python:3.12-slim\nRUN apt-get update && apt-get install -y curl && curl -fsS https://example.com\n',
    },
    {
      about: 'the full image has curl',
      dockerfile: 'FROM node:22\nHEALTHCHECK CMD curl -f http://localhost:3000/ || exit 1\n',
    },
    {
      about: 'installed from an image of its own',
      dockerfile:
        'FROM python:3.12-slim\nCOPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/\nRUN uv --version\n',
    },
    { about: 'a failure that is caught', dockerfile: 'FROM python:3.12-slim\nRUN curl --version || true\n' },
    {
      about: 'asked for before it is called',
      dockerfile: 'FROM python:3.12-slim\nRUN if command -v curl; then curl --version; fi\n',
    },
    {
      about: 'a program that a build script may bring',
      dockerfile: 'FROM debian:12\nCOPY install.sh /\nRUN /install.sh\nRUN node --version\n',
    },
    {
      about: 'an image of which nothing is known',
      dockerfile: 'FROM example.com/base\nRUN curl https://example.com\nCMD bash\n',
    },
    {
      about: 'a stage that nothing needs',
      dockerfile: 'FROM alpine:3.22 AS unused\nRUN useradd app\nFROM alpine:3.22\nRUN adduser -D app\n',
    },
    {
      about: 'programs copied from another stage',
      dockerfile:
        'FROM node:22 AS build\nRUN npm --version\nFROM debian:12\nCOPY --from=build /usr/local /usr/local\nCMD ["node", "server.js"]\n',
    },
    {
      about: 'busybox wget in Alpine',
      dockerfile: 'FROM node:22-alpine\nHEALTHCHECK CMD wget -qO- http://localhost:3000/ || exit 1\n',
    },
  ],
};
