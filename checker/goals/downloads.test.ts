import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { ContextEntry, Verdict } from '../types.ts';
import { keepsDownloads } from './index.ts';

function ask(dockerfile: string, check = keepsDownloads()): Verdict {
  const files = new Map<string, ContextEntry>([
    ['Dockerfile', { kind: 'file', content: dockerfile }],
    ['requirements.txt', { kind: 'file', content: 'flask==3.1.0\n' }],
    ['package.json', { kind: 'file', content: '{"name":"a","version":"1.0.0"}' }],
    ['package-lock.json', { kind: 'file', content: '{"lockfileVersion":3,"packages":{"":{}}}' }],
    ['go.mod', { kind: 'file', content: 'module example.com/a\n\ngo 1.26\n' }],
    ['main.go', { kind: 'file', content: 'package main\n\nfunc main() {}\n' }],
  ]);
  const project = { files, contextKnown: true, dockerfile: 'Dockerfile' };
  return check({ project, dockerfile: parseDockerfile(dockerfile), diagnostics: [], refusal: null });
}

const python = (lines: string) => `FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\n${lines}\n`;
const node = (lines: string) => `FROM node:24-slim\nWORKDIR /app\nCOPY . .\n${lines}\n`;
const go = (lines: string) => `FROM golang:1.27\nWORKDIR /src\nCOPY . .\n${lines}\n`;

describe('downloads that a later run finds again', () => {
  it.each([
    ['pip', python('RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt')],
    [
      'pip, by a directory above',
      python('RUN --mount=type=cache,target=/root/.cache pip install -r requirements.txt'),
    ],
    [
      'pip, with dst and a lock',
      python(
        'RUN --mount=type=cache,id=pip,sharing=locked,dst=/root/.cache/pip/ python -m pip install flask',
      ),
    ],
    [
      'pip, by a variable',
      python(
        'ENV PIP_CACHE_DIR=/var/cache/pip\nRUN --mount=type=cache,target=/var/cache/pip pip install flask',
      ),
    ],
    [
      'pip, by an option',
      python('RUN --mount=type=cache,target=/tmp/pip pip install --cache-dir=/tmp/pip flask'),
    ],
    [
      'pip, by a variable in front',
      python('RUN --mount=type=cache,target=/p PIP_CACHE_DIR=/p pip install flask'),
    ],
    [
      'pip, switched on by name',
      python('ENV PIP_NO_CACHE_DIR=0\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask'),
    ],
    [
      'pip of a user',
      python(
        'RUN useradd -m -u 1000 app\nUSER app\nRUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000 pip install --user flask',
      ),
    ],
    [
      'pip of a virtual environment',
      python(
        'RUN python -m venv /venv\nRUN --mount=type=cache,target=/root/.cache/pip /venv/bin/pip install flask',
      ),
    ],
    [
      'pip in a heredoc',
      python('RUN --mount=type=cache,target=/root/.cache/pip <<EOF\nset -e\npip install flask\nEOF'),
    ],
    ['npm', node('RUN --mount=type=cache,target=/root/.npm npm ci')],
    ['npm, by an option', node('RUN --mount=type=cache,target=/cache npm ci --cache /cache')],
    ['Go', go('RUN --mount=type=cache,target=/go/pkg/mod go mod download')],
    ['Go, by a directory above', go('RUN --mount=type=cache,target=/go/pkg go mod download')],
  ])('%s', (_what, dockerfile) => expect(ask(dockerfile)).toEqual({ is: 'yes' }));

  it('asks about any command', () => {
    const builds = keepsDownloads({ command: /^go build/ });
    expect(ask(go('RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .'), builds).is).toBe('yes');
    expect(ask(go('RUN go build -o /app .'), builds).is).toBe('no');
  });
});

describe('downloads that are gone', () => {
  it.each([
    ['no mount', python('RUN pip install flask'), /nothing keeps `\/root\/\.cache\/pip`/],
    [
      'a mount elsewhere',
      python('RUN --mount=type=cache,target=/root/.pip pip install flask'),
      /keeps its downloads in/,
    ],
    [
      'a directory below',
      python('RUN --mount=type=cache,target=/root/.cache/pip/http pip install flask'),
      /keeps its downloads in/,
    ],
    [
      'a mount in another step',
      python('RUN --mount=type=cache,target=/root/.cache/pip true\nRUN pip install flask'),
      /nothing keeps/,
    ],
    [
      'a mount of another kind',
      python('RUN --mount=type=tmpfs,target=/root/.cache/pip pip install flask'),
      /nothing keeps/,
    ],
    [
      'told to keep nothing',
      python('RUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir flask'),
      /--no-cache-dir/,
    ],
    [
      'told so by a variable',
      python('ENV PIP_NO_CACHE_DIR=1\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask'),
      /PIP_NO_CACHE_DIR/,
    ],
    [
      'told so by a build argument',
      python('ARG PIP_NO_CACHE_DIR=on\nRUN --mount=type=cache,target=/root/.cache/pip pip install flask'),
      /PIP_NO_CACHE_DIR/,
    ],
    [
      'a cache of root for another user',
      python(
        'RUN useradd -m app\nUSER app\nRUN --mount=type=cache,target=/home/app/.cache/pip pip install --user flask',
      ),
      /may not write/,
    ],
    ['npm without', node('RUN npm ci'), /`\/root\/\.npm`/],
    ['Go without', go('RUN go mod download'), /`\/go\/pkg\/mod`/],
    ['nothing installed', python('RUN true'), /No step/],
  ])('%s', (_what, dockerfile, because) => {
    const verdict = ask(dockerfile);
    expect(verdict.is).toBe('no');
    expect(verdict.is === 'no' && verdict.because).toMatch(because);
  });
});

it('does not judge tools that it does not know', () => {
  expect(ask(node('RUN --mount=type=cache,target=/yarn yarn install')).is).toBe('unknown');
});
