import { describe, expect, it } from 'vitest';
import { check } from '@/checker/index.ts';
import { ownProjects } from './check-project';
import {
  addFile,
  argumentsIn,
  contextsOf,
  emptyProject,
  type OwnProject,
  projectFrom,
  readPath,
  removeFile,
  renameFile,
  sameProject,
  settingsOf,
  stagesIn,
} from './project';
import { pastedOverSample, sample } from './sample';

const project = (files: Record<string, string>, more: Partial<OwnProject> = {}): OwnProject => ({
  ...emptyProject,
  files,
  whole: true,
  ...more,
});
const judge = (own: OwnProject) => {
  const { build, placed } = ownProjects(own.files, settingsOf(own));
  return check(build).diagnostics.map(placed);
};

describe('what is built', () => {
  it('is the Dockerfile nearest to the root, unless another one is chosen', () => {
    const files = { 'api/Dockerfile': 'FROM a', 'Dockerfile.dev': 'FROM b', Dockerfile: 'FROM c' };
    expect(settingsOf(project(files)).dockerfile).toBe('Dockerfile');
    expect(settingsOf(project(files, { dockerfile: 'api/Dockerfile' })).dockerfile).toBe('api/Dockerfile');
    expect(settingsOf(project(files, { dockerfile: 'gone' })).dockerfile).toBe('Dockerfile');
    expect(settingsOf(project({ 'compose.yaml': '' })).dockerfile).toBeUndefined();
  });

  it('has the folder of its Dockerfile as its context, where there is something to build in it', () => {
    const api = { 'api/Dockerfile': 'FROM a', 'api/main.py': '', 'web/index.html': '' };
    expect(settingsOf(project(api)).context).toBe('api');
    expect(settingsOf(project(api, { context: '' })).context).toBe('');
    const apart = { 'docker/Dockerfile': 'FROM a', 'docker/Dockerfile.dockerignore': '', 'main.py': '' };
    expect(settingsOf(project(apart)).context).toBe('');
    expect(contextsOf('a/b/Dockerfile')).toEqual(['a/b', 'a', '']);
    expect(contextsOf('Dockerfile')).toEqual(['']);
  });

  it('takes Compose files as Compose finds them, or as they are chosen', () => {
    const files = { 'compose.prod.yaml': '', 'compose.override.yaml': '', 'compose.yaml': '' };
    expect(settingsOf(project(files)).compose).toEqual(['compose.yaml', 'compose.override.yaml']);
    expect(settingsOf(project(files, { compose: ['compose.prod.yaml'] })).compose).toEqual([
      'compose.prod.yaml',
    ]);
    expect(settingsOf(project(files, { compose: [] })).compose).toEqual([]);
    expect(settingsOf(project({ 'compose.prod.yaml': '', 'compose.dev.yaml': '' })).compose).toEqual([
      'compose.dev.yaml',
    ]);
  });

  it('has a target only while the Dockerfile has a stage of this name', () => {
    const own = project({ Dockerfile: 'FROM a AS build\nFROM b\n' }, { target: 'build' });
    expect(settingsOf(own).target).toBe('build');
    expect(settingsOf(addFile(own, 'Dockerfile', 'FROM a AS builder\n')).target).toBe('');
  });

  it('offers the stages and arguments that the Dockerfile names', () => {
    const text =
      'ARG NODE=24\nFROM node:$NODE AS deps\nARG A="x y" B\nfrom deps as Build\nRUN echo FROM x AS y\n';
    expect(stagesIn(text)).toEqual(['deps', 'Build']);
    expect(argumentsIn(text)).toEqual([
      { name: 'NODE', usual: '24' },
      { name: 'A', usual: 'x y' },
      { name: 'B', usual: '' },
    ]);
  });
});

describe('what COPY finds', () => {
  const dockerfile = 'FROM python:3.14-slim\nCOPY main.py /app/\nUSER 1000\nCMD ["python", "/app/main.py"]\n';
  const missing = (own: OwnProject) =>
    judge(own).filter(({ severity, message }) => severity === 'error' && /main\.py/.test(message));

  it('is not asked while only a Dockerfile is known', () => {
    expect(missing(project({ Dockerfile: dockerfile }, { whole: false }))).toEqual([]);
  });

  it('is said to be missing where all files are known', () => {
    expect(missing(project({ Dockerfile: dockerfile, 'other.py': '' }))).not.toEqual([]);
    expect(missing(project({ Dockerfile: dockerfile, 'main.py': '' }))).toEqual([]);
  });

  it('may be a file that is known by its size alone', () => {
    expect(missing(project({ Dockerfile: dockerfile }, { sizes: { 'main.py': 300_000 } }))).toEqual([]);
  });

  it('is looked for in the context, and the place is named as it is in the project', () => {
    const good = project({ 'api/Dockerfile': dockerfile, 'api/main.py': '' });
    expect(missing(good)).toEqual([]);
    const bad = missing({ ...good, context: '' });
    expect(bad).not.toEqual([]);
    for (const { file } of judge(good)) expect(file).toBe('api/Dockerfile');
  });
});

describe('a project without a Dockerfile', () => {
  it.each([true, false])('is not told that one is empty (all files known: %s)', (whole) => {
    expect(judge(project({ 'compose.yaml': 'services: {}\n' }, { whole }))).toEqual([]);
    expect(judge(project({}, { whole }))).toEqual([]);
  });
});

describe('a path', () => {
  const own = project({ 'src/app.js': '' }, { sizes: { 'logo.png': 5 } });

  it('is tidied', () => {
    expect(readPath(' ./src//b.js ', own)).toEqual({ path: 'src/b.js' });
    expect(readPath('\\src\\b.js', own)).toEqual({ path: 'src/b.js' });
  });

  it.each([
    ['', /name/],
    ['src/', /folder/],
    ['../secret', /outside/],
    ['a/./b', /outside/],
    ['a\u0000', /control/],
    ['src/app.js', /already/],
    ['logo.png', /already/],
    ['src', /in the way/],
    ['src/app.js/more', /in the way/],
    ['a'.repeat(501), /500/],
  ])('%j is refused with a reason', (text, reason) => {
    expect(readPath(text, own)).toEqual({ wrong: expect.stringMatching(reason) });
  });
});

describe('a change', () => {
  const own = project(
    { Dockerfile: 'FROM a', 'compose.yaml': '' },
    { dockerfile: 'Dockerfile', compose: ['compose.yaml'] },
  );

  it('renames in place and in the choices', () => {
    const renamed = renameFile(
      renameFile(own, 'Dockerfile', 'x/Dockerfile'),
      'compose.yaml',
      'compose.dev.yaml',
    );
    expect(Object.keys(renamed.files)).toEqual(['x/Dockerfile', 'compose.dev.yaml']);
    expect(settingsOf(renamed)).toMatchObject({ dockerfile: 'x/Dockerfile', compose: ['compose.dev.yaml'] });
  });

  it('adds and removes', () => {
    expect(removeFile(addFile(own, 'a', 'x'), 'a')).toEqual(own);
    expect(addFile(project({}, { sizes: { a: 3 } }), 'a', 'x')).toMatchObject({
      files: { a: 'x' },
      sizes: {},
    });
  });

  it('in the order of files is none', () => {
    expect(sameProject(project({ a: '1', b: '2' }), project({ b: '2', a: '1' }))).toBe(true);
    expect(sameProject(project({ a: '1' }), project({ a: '2' }))).toBe(false);
    expect(sameProject(project({ a: '1' }), project({ b: '1' }))).toBe(false);
    expect(sameProject(project({ a: '1' }), project({ a: '1' }, { compose: [] }))).toBe(false);
    expect(sameProject(project({ a: '1' }), project({ a: '1' }, { target: 'x' }))).toBe(false);
  });
});

it('what was kept is taken as it was written, and anything else is refused', () => {
  expect(projectFrom(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
  for (const bad of [
    null,
    3,
    'x',
    [],
    {},
    { files: [] },
    { files: { a: 1 } },
    { files: {}, sizes: { a: -1 } },
    { files: {}, sizes: { a: '1' } },
    { files: {}, compose: 'x' },
    { files: {}, buildArgs: { A: 1 } },
  ])
    expect(projectFrom(bad)).toBeNull();
});

describe('the sample', () => {
  it('builds and has something to say', () => {
    const found = judge(sample);
    expect(found.length).toBeGreaterThan(2);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is told from a Dockerfile pasted over it', () => {
    expect(pastedOverSample(sample.files)).toBe(false);
    const edited = (sample.files.Dockerfile ?? '')
      .replace('node:24', 'node:24-slim')
      .replace('CMD npm start', 'CMD ["node", "server.js"]');
    expect(pastedOverSample({ ...sample.files, Dockerfile: edited })).toBe(false);
    const pasted = { ...sample.files, Dockerfile: 'FROM golang:1.26\nCOPY go.mod ./\n' };
    expect(pastedOverSample(pasted)).toBe(true);
    expect(pastedOverSample({ ...pasted, 'go.mod': '' })).toBe(false);
  });
});
