import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { ContextEntry, Verdict } from '../types.ts';
import { finds, type GoalCheck, listensOn, starts } from './index.ts';

const FILES: Readonly<Record<string, string>> = {
  'greet.py': 'HTTPServer(("0.0.0.0", 8000), Greeter).serve_forever()\n',
  'greeting.txt': 'Hello\n',
  'go.mod': 'module example.com/tools/greet/v2\n\ngo 1.26\n',
  'main.go': 'package main\n\nfunc main() {}\n',
};

function ask(check: GoalCheck, dockerfile: string): Verdict {
  const files = new Map<string, ContextEntry>(
    Object.entries({ ...FILES, Dockerfile: dockerfile }).map(([path, content]) => [
      path,
      { kind: 'file', content },
    ]),
  );
  const project = { files, contextKnown: true, dockerfile: 'Dockerfile' };
  return check({ project, dockerfile: parseDockerfile(dockerfile), diagnostics: [], refusal: null });
}

describe('a file that the application opens by a relative path', () => {
  it.each([
    'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["python", "greet.py"]',
    'FROM python:3.13\nCOPY . /app\nWORKDIR /app\nCMD ["python", "/app/greet.py"]',
    'FROM python:3.13\nCOPY . /app\nCMD cd /app && exec python greet.py',
    'FROM python:3.13\nCOPY . .\nCMD ["python", "greet.py"]',
  ])('is found: %j', (dockerfile) => expect(ask(finds('greeting.txt'), dockerfile)).toEqual({ is: 'yes' }));

  it.each([
    'FROM python:3.13\nCOPY . /app\nCMD ["python", "/app/greet.py"]',
    'FROM python:3.13\nWORKDIR /app\nCOPY greet.py .\nCMD ["python", "greet.py"]',
  ])('is not found: %j', (dockerfile) => expect(ask(finds('greeting.txt'), dockerfile).is).toBe('no'));
});

describe('programs that are called by their path', () => {
  it.each([
    ['python of its image', 'FROM python:3.13\nCMD ["/usr/local/bin/python3"]'],
    ['node of its image', 'FROM node:24-alpine\nCMD ["/usr/local/bin/node"]'],
    [
      'python of the distribution',
      'FROM debian:trixie-slim\nRUN apt-get update && apt-get install -y python3\nCMD ["/usr/bin/python3"]',
    ],
    [
      'tini of Alpine',
      'FROM node:24-alpine\nRUN apk add --no-cache tini\nENTRYPOINT ["/sbin/tini", "--"]\nCMD ["node"]',
    ],
    [
      'tini of Debian',
      'FROM node:24-slim\nRUN apt-get update && apt-get install -y tini\nENTRYPOINT ["/usr/bin/tini", "--"]\nCMD ["node"]',
    ],
    [
      'a program named by its module',
      'FROM golang:1.27\nWORKDIR /src\nCOPY . .\nRUN go install .\nCMD ["/go/bin/greet"]',
    ],
  ])('%s', (_what, dockerfile) => expect(ask(starts(), dockerfile)).toEqual({ is: 'yes' }));

  it.each([
    ['python where its image does not have it', 'FROM python:3.13-slim\nCMD ["/usr/bin/python3"]'],
    ['tini where nothing installed it', 'FROM node:24-alpine\nENTRYPOINT ["/sbin/tini", "--"]\nCMD ["node"]'],
  ])('not %s', (_what, dockerfile) => expect(ask(starts(), dockerfile).is).not.toBe('yes'));
});

it('reads where a module of the project listens that python -m runs', () => {
  const dockerfile = 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["python", "-m", "greet"]\n';
  expect(ask(starts(), dockerfile)).toEqual({ is: 'yes' });
  expect(ask(listensOn(8000), dockerfile)).toEqual({ is: 'yes' });
});
