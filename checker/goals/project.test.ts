import { expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { ContextEntry, Project } from '../types.ts';
import { contains, editKeepsCached, runsAs, starts } from './index.ts';
import { onCompose, onImageOf } from './project.ts';

const FILES = {
  'compose.yaml':
    'services:\n  api:\n    build: ./api\n  web:\n    build: { context: ./web, target: site }\n',
  'api/Dockerfile':
    'FROM python:3.12-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nUSER 10001\nCMD ["python", "main.py"]\n',
  'api/requirements.txt': 'flask==3.1.0\n',
  'api/main.py': 'print(1)\n',
  'web/Dockerfile':
    'FROM node:22-slim AS site\nWORKDIR /site\nCOPY . .\nUSER node\nCMD ["node", "server.js"]\nFROM site AS tests\nUSER root\n',
  'web/server.js': '1\n',
};

function facts(files: Record<string, string> = FILES) {
  const entries = Object.entries(files).map(([path, content]): [string, ContextEntry] => [
    path,
    { kind: 'file', content },
  ]);
  const project: Project = { files: new Map(entries), contextKnown: true, compose: ['compose.yaml'] };
  return { project, dockerfile: parseDockerfile(''), diagnostics: [], refusal: null };
}

it('judges each image of a project by its own Dockerfile, context and stage', () => {
  expect(onImageOf({ context: 'api' }, contains('/app/main.py'))(facts())).toEqual({ is: 'yes' });
  expect(onImageOf({ context: 'api' }, runsAs({ uid: 10001 }))(facts())).toEqual({ is: 'yes' });
  expect(onImageOf({ context: 'api' }, editKeepsCached('main.py', 'dependency install'))(facts())).toEqual({
    is: 'yes',
  });
  expect(onImageOf({ context: 'web', target: 'site' }, starts())(facts())).toEqual({ is: 'yes' });
  expect(onImageOf({ context: 'web', target: 'site' }, runsAs({ name: 'node' }))(facts())).toEqual({
    is: 'yes',
  });
  expect(onImageOf({ context: 'web' }, runsAs({ name: 'node' }))(facts())).toMatchObject({
    is: 'no',
    file: 'web/Dockerfile',
  });
});

it('says of a Dockerfile that is not there that it is empty', () => {
  expect(onImageOf({ context: 'db' }, starts())(facts())).toMatchObject({
    is: 'no',
    because: 'db/Dockerfile is empty.',
  });
});

it('asks about the Compose files that the project names', () => {
  const seen: string[] = [];
  onCompose(({ project }) => {
    seen.push(...(project?.services.keys() ?? []));
    return { is: 'yes' };
  })(facts());
  expect(seen).toEqual(['api', 'web']);
});
