import { expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { ContextEntry } from '../types.ts';
import { editKeepsCached, editReruns, type GoalCheck } from './index.ts';

const CONTEXT = {
  'main.py': 'print(1)\n',
  'requirements.txt': 'flask==3.1.0\n',
  'install.sh': '#!/bin/sh\nset -eu\npip install --no-cache-dir -r requirements.txt\n',
};

function ask(check: GoalCheck, dockerfile: string) {
  const entries = Object.entries({ ...CONTEXT, Dockerfile: dockerfile }).map(
    ([path, content]): [string, ContextEntry] => [path, { kind: 'file', content }],
  );
  const project = { files: new Map(entries), contextKnown: true, dockerfile: 'Dockerfile' };
  return check({ project, dockerfile: parseDockerfile(dockerfile), diagnostics: [], refusal: null }).is;
}

const keeps = editKeepsCached('main.py', 'dependency install');
const repeats = editReruns('requirements.txt', 'dependency install');

it.each([
  'pip install -r requirements.txt',
  'python3 -m pip install -r requirements.txt',
  'env PIP_NO_CACHE_DIR=1 pip install -r requirements.txt',
  'PIP_NO_CACHE_DIR=1 pip install -r requirements.txt',
  'apt-get update && apt-get install -y sudo && sudo -E pip install -r requirements.txt',
  'nice -n 5 pip install -r requirements.txt',
  'timeout 600 pip install -r requirements.txt',
  'sh -c "pip install -r requirements.txt"',
  'bash -euxc "pip install -r requirements.txt"',
  'sh install.sh',
  'sh ./install.sh',
  'chmod +x install.sh && ./install.sh',
  'python -m venv /venv && /venv/bin/pip install -r requirements.txt',
  '. /venv/bin/activate && pip install -r requirements.txt',
])('%s installs the dependencies', (command) => {
  const first = `FROM python:3.12\nWORKDIR /app\nCOPY requirements.txt install.sh ./\nRUN ${command}\nCOPY . .\n`;
  const after = `FROM python:3.12\nWORKDIR /app\nCOPY . .\nRUN ${command}\n`;
  expect([ask(keeps, first), ask(repeats, first)]).toEqual(['yes', 'yes']);
  expect([ask(keeps, after), ask(repeats, after)]).toEqual(['no', 'yes']);
});

it.each([
  'pip list',
  'echo pip install',
  'sh -c "echo pip install -r requirements.txt"',
  'pip download -r requirements.txt',
])('%s does not', (command) => {
  expect(ask(keeps, `FROM python:3.12\nWORKDIR /app\nCOPY . .\nRUN ${command}\n`)).toBe('no');
});
