import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { ContextEntry, Verdict } from '../types.ts';
import { fetchesPackageLists, installsVersion } from './index.ts';

function ask(run: string, list = 'flask==3.1.0\n'): Verdict {
  const dockerfile = `FROM python:3.12-slim\nCOPY . .\nRUN ${run}\n`;
  const files = new Map<string, ContextEntry>([
    ['Dockerfile', { kind: 'file', content: dockerfile }],
    ['requirements.txt', { kind: 'file', content: list }],
    ['limits.txt', { kind: 'file', content: 'flask==3.1.0\nuvicorn==0.38.0\n' }],
  ]);
  const project = { files, contextKnown: true, dockerfile: 'Dockerfile' };
  const facts = { project, dockerfile: parseDockerfile(dockerfile), diagnostics: [], refusal: null };
  return installsVersion('pip', 'flask', '3.1.0')(facts);
}

describe('a package in a version', () => {
  it.each([
    ['a list', 'pip install -r requirements.txt', 'flask==3.1.0\n'],
    [
      'a list with extras, hashes, a marker and a comment',
      'pip install -r requirements.txt',
      'Flask[async] == 3.1.0 ; python_version > "3.8" --hash=sha256:00 # web\n',
    ],
    ['a list that includes another', 'pip install -r requirements.txt', '-r limits.txt\n'],
    ['the command', 'pip install flask==3.1.0', ''],
    ['the command, in quotes', 'python -m pip install "flask==3.1.0" gunicorn', ''],
    ['a constraint', 'pip install -c limits.txt flask', ''],
    ['a constraint on a list', 'pip install -r requirements.txt --constraint=limits.txt', 'flask\n'],
    ['uv', 'pip install uv && uv pip install --system -r requirements.txt', 'flask==3.1.0\n'],
  ])('is installed by %s', (_what, run, list) => {
    expect(ask(run, list)).toEqual({ is: 'yes' });
  });

  it.each([
    ['nobody', 'pip install uvicorn', '', /Nothing installs flask/],
    ['whoever wants any', 'pip install flask', '', /newest on that day/],
    ['a list that wants any', 'pip install -r requirements.txt', 'flask\n', /newest on that day/],
    ['who wants another', 'pip install flask==3.0.3', '', /flask 3\.0\.3, not 3\.1\.0/],
    ['who wants a range', 'pip install "flask>=3,<4"', '', /flask >=3,<4, not/],
    ['a constraint on something else', 'pip install -c limits.txt flask==3.0.0', '', /3\.0\.0/],
    ['a constraint without the package', 'pip install -c limits.txt uvicorn', '', /Nothing/],
  ])('is not installed by %s', (_what, run, list, because) => {
    const verdict = ask(run, list);
    expect(verdict.is).toBe('no');
    expect(verdict.is === 'no' && verdict.because).toMatch(because);
  });

  it('is not known where a list is not known', () => {
    expect(ask('pip install https://example.com/everything.tar.gz').is).toBe('unknown');
  });
});

describe('a fresh list of packages', () => {
  const fresh = (dockerfile: string) => {
    const project = {
      files: new Map<string, ContextEntry>([['Dockerfile', { kind: 'file', content: dockerfile }]]),
      contextKnown: true,
      dockerfile: 'Dockerfile',
    };
    const facts = { project, dockerfile: parseDockerfile(dockerfile), diagnostics: [], refusal: null };
    return fetchesPackageLists()(facts).is;
  };

  it.each([
    'FROM debian:trixie\nRUN apt-get update && apt-get install -y curl',
    'FROM debian:trixie\nRUN apt-get -qq update; apt-get install -y curl; apt-get install -y jq',
    'FROM debian:trixie\nRUN <<EOF\napt-get update\napt-get install -y curl\nEOF',
    'FROM alpine:3.22\nRUN apk add --no-cache curl',
    'FROM alpine:3.22\nRUN apk update && apk add curl',
    'FROM alpine:3.22\nRUN apk -U add curl',
  ])('%j', (dockerfile) => expect(fresh(dockerfile)).toBe('yes'));

  it.each([
    'FROM debian:trixie\nRUN apt-get update\nRUN apt-get install -y curl',
    'FROM debian:trixie\nRUN apt-get update && apt-get install -y curl\nRUN apt-get install -y jq',
    'FROM debian:trixie\nRUN apt-get install -y curl && apt-get update',
    'FROM alpine:3.22\nRUN apk update\nRUN apk add curl',
    'FROM debian:trixie\nRUN true',
  ])('not %j', (dockerfile) => expect(fresh(dockerfile)).toBe('no'));
});
