import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { ContextEntry, Project, Verdict } from '../types.ts';
import { type GoalCheck, installsAtLeast, lentSecret, noSecretIn, seesFile } from './index.ts';
import { compareReleases } from './packages.ts';

const APP = {
  'package.json': '{"dependencies":{"@shop/prices":"2.1.0"}}',
  'package-lock.json': '{"lockfileVersion":3,"packages":{"":{},"node_modules/@shop/prices":{}}}',
  '.npmrc': '//npm.example.com/:_authToken=${NPM_TOKEN}\n',
  'requirements.txt': 'starlette==0.48.0\nh11 == 0.16.0 ; python_version > "3"\nuvicorn>=0.38\n',
  'hashed.txt': 'h11==0.16.0 \\\n    --hash=sha256:00\n',
};

function ask(check: GoalCheck, body: string, rest: Partial<Project> = {}): Verdict {
  const text = body.startsWith('FROM')
    ? body
    : `FROM node:22-slim\nWORKDIR /app\nCOPY package.json package-lock.json .npmrc ./\n${body}\n`;
  const files = new Map<string, ContextEntry>(
    Object.entries({ ...APP, Dockerfile: text }).map(([path, content]) => [path, { kind: 'file', content }]),
  );
  const project: Project = { files, contextKnown: true, dockerfile: 'Dockerfile', ...rest };
  const dockerfile = parseDockerfile(text, rest.buildArgs ? { buildArgs: rest.buildArgs } : {});
  return check({ project, dockerfile, diagnostics: [], refusal: null });
}

describe('a step is lent a secret', () => {
  const check = lentSecret('dependency install', { id: 'npm_token', variable: 'NPM_TOKEN' });
  it.each([
    'RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci',
    'RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN,required=true npm ci && npm cache clean --force',
    'RUN --mount=type=secret,id=npm_token NPM_TOKEN=$(cat /run/secrets/npm_token) npm ci',
    'RUN --mount=type=secret,id=npm_token \\\n    NPM_TOKEN="$(cat /run/secrets/npm_token)" npm ci --omit=dev',
    'RUN --mount=type=secret,id=npm_token export NPM_TOKEN="$(cat /run/secrets/npm_token)" && npm ci',
    'RUN --mount=type=secret,id=npm_token NPM_TOKEN=$(cat /run/secrets/npm_token); export NPM_TOKEN; npm ci',
    'RUN --mount=type=secret,id=npm_token,target=/tmp/t NPM_TOKEN=`cat /tmp/t` npm ci',
    'RUN --mount=type=secret,target=/run/secrets/npm_token env NPM_TOKEN=$(cat /run/secrets/npm_token) npm ci',
    'RUN --mount=type=secret,id=npm_token <<EOF\nset -e\nexport NPM_TOKEN=$(cat /run/secrets/npm_token)\nnpm ci\nEOF',
  ])('%s', (body) => expect(ask(check, body)).toEqual({ is: 'yes' }));

  it.each([
    ['ARG NPM_TOKEN\nRUN npm ci', /no secret npm_token/],
    ['RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci', /given npm_token/],
    ['RUN --mount=type=secret,id=npm_token npm ci', /nothing puts it/],
    ['RUN --mount=type=secret,id=npm_token,env=TOKEN npm ci', /TOKEN/],
    ['RUN --mount=type=secret,id=npm_token NPM_TOKEN=$(cat /run/secrets/npm) npm ci', /nothing puts it/],
    ['RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN true\nRUN npm ci', /no secret/],
    ['RUN --mount=type=bind,target=/x true', /No step/],
  ])('not by %s', (body, because) => {
    const verdict = ask(check, body);
    expect(verdict.is).toBe('no');
    expect(verdict.is === 'no' && verdict.because).toMatch(because);
  });

  it.each([
    'RUN --mount=type=secret,id=npm_token NPM_TOKEN=$(cat /run/secrets/npm_token) && npm ci',
    'RUN --mount=type=secret,id=npm_token npm config set _authToken=$(cat /run/secrets/npm_token) && npm ci',
  ])('and what cannot be told is not known: %s', (body) => expect(ask(check, body).is).toBe('unknown'));
});

it('a step sees a file that was copied or is mounted for it, and no other', () => {
  const check = seesFile('dependency install', '.npmrc');
  const bare = 'FROM node:22-slim\nWORKDIR /app\nCOPY package*.json ./\n';
  expect(ask(check, 'RUN npm ci')).toEqual({ is: 'yes' });
  expect(ask(check, `${bare}RUN --mount=type=bind,source=.npmrc,target=.npmrc npm ci\n`)).toEqual({
    is: 'yes',
  });
  expect(ask(check, `${bare}RUN --mount=type=bind,target=/app npm ci\n`)).toEqual({ is: 'yes' });
  expect(ask(check, `${bare}RUN npm ci\nCOPY .npmrc .\n`).is).toBe('no');
  expect(ask(check, `${bare}RUN --mount=type=bind,source=other,target=.npmrc npm ci\n`).is).not.toBe('yes');
  expect(ask(check, `${bare}RUN echo a=b > .npmrc && npm ci && rm .npmrc\n`).is).toBe('unknown');
});

describe('a secret that the build is handed as an argument', () => {
  const check = noSecretIn({ value: 'npm_hunter2' });
  const handed = { buildArgs: { NPM_TOKEN: 'npm_hunter2' } };
  it.each([
    'ARG NPM_TOKEN\nRUN npm ci',
    'ARG NPM_TOKEN\nENV NPM_TOKEN=$NPM_TOKEN',
    'ARG OTHER NPM_TOKEN\nRUN npm ci',
    'ARG NPM_TOKEN\nRUN echo "//npm.example.com/:_authToken=$NPM_TOKEN" > .npmrc && npm ci && rm .npmrc',
  ])('is in the history of the image: %s', (body) => expect(ask(check, body, handed).is).toBe('no'));
  it.each([
    'RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci',
    'ARG OTHER\nRUN npm ci',
    'FROM node:22-slim AS deps\nARG NPM_TOKEN\nRUN npm ci\nFROM node:22-slim\nCOPY --from=deps /app /app\n',
  ])('is not: %s', (body) => expect(ask(check, body, handed)).toEqual({ is: 'yes' }));
});

describe('a secret that a step is lent', () => {
  const check = noSecretIn({ value: 'npm_hunter2' });
  const lent = { secrets: { npm_token: 'npm_hunter2' } };
  const mount = 'RUN --mount=type=secret,id=npm_token';
  it.each([
    `${mount},env=NPM_TOKEN echo $NPM_TOKEN > token && npm ci`,
    `${mount},env=NPM_TOKEN echo "//npm.example.com/:_authToken=$NPM_TOKEN" >> .npmrc && npm ci`,
    `${mount} cp /run/secrets/npm_token /root/token`,
    `${mount} cat /run/secrets/npm_token > token`,
    `${mount},target=/tmp/t cat /tmp/t > token`,
  ])('is in the layer that the step writes it to: %s', (body) =>
    expect(ask(check, body, lent).is).toBe('no'),
  );
  it.each([
    `${mount},env=NPM_TOKEN echo $NPM_TOKEN > token && npm ci && rm token`,
    `${mount} cp /run/secrets/npm_token /tmp/t && rm /tmp/t`,
    `${mount},env=NPM_TOKEN npm ci`,
    `${mount} cat /run/secrets/npm_token | wc -c`,
  ])('is in none: %s', (body) => expect(ask(check, body, lent)).toEqual({ is: 'yes' }));
});

describe('an exact version that is installed', () => {
  const python = (file: string) =>
    `FROM python:3.12-slim\nCOPY requirements.txt hashed.txt ./\nRUN pip install --no-cache-dir ${file}\n`;
  it.each([
    ['h11', '0.16.0', '-r requirements.txt', 'yes'],
    ['h11', '0.16', '-r hashed.txt', 'yes'],
    ['h11', '0.16.1', '-r requirements.txt', 'no'],
    ['starlette', '0.49.1', '-r requirements.txt', 'no'],
    ['starlette', '0.49.1', '-r requirements.txt starlette==0.49.1', 'yes'],
    ['starlette', '0.49.1', 'starlette===1.0.0', 'yes'],
    ['starlette', '0.49.1', 'starlette==1.0.0rc1', 'unknown'],
    ['uvicorn', '0.30', '-r requirements.txt', 'unknown'],
    ['jinja2', '3', '-r requirements.txt', 'no'],
    ['jinja2', '3', '-r requirements.txt .', 'unknown'],
  ])('%s, at least %s, by pip install %s: %s', (name, oldest, file, is) =>
    expect(ask(installsAtLeast('pip', name, oldest), python(file)).is).toBe(is),
  );

  it('counts in a virtual environment that another stage made', () => {
    const stages =
      'FROM python:3.12-slim AS packages\nRUN python -m venv /venv\nRUN /venv/bin/pip install h11==0.16.0\nFROM python:3.12-slim\nCOPY --from=packages /venv /venv\n';
    expect(ask(installsAtLeast('pip', 'h11', '0.16.0'), stages)).toEqual({ is: 'yes' });
  });

  it('compares numbers, not text', () => {
    expect(compareReleases('0.9.0', '0.16.0')).toBeLessThan(0);
    expect(compareReleases('1.0', '1.0.0')).toBe(0);
    expect(compareReleases('1.0.0rc1', '1.0.0')).toBeUndefined();
  });
});
