import { describe, expect, it } from 'vitest';
import type { ContextEntry } from '../types.ts';
import { MOST_FILES } from './layer-files.ts';
import { buildView } from './view.ts';

function layersOf(dockerfile: string, context: Record<string, string>) {
  const files = new Map<string, ContextEntry>(
    Object.entries({ ...context, Dockerfile: dockerfile }).map(([path, content]) => [
      path,
      { kind: 'file', content },
    ]),
  );
  return buildView({ files, contextKnown: true, dockerfile: 'Dockerfile' }).layers;
}

const APP = {
  '.env': 'API_KEY=sk-1\n',
  'main.py': 'print()\n',
  'docs/a.md': 'a',
  '.dockerignore': 'Dockerfile',
};

describe('the files of layers', () => {
  it('keep what a later step deletes, and say where', () => {
    const [, , copy, rm] = layersOf('FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN rm .env\n', APP);
    const env = copy?.files.find(({ path }) => path === '/app/.env');
    expect(env).toEqual({
      path: '/app/.env',
      change: 'added',
      bytes: 13,
      text: 'API_KEY=sk-1\n',
      hidden: { by: 'deleted', line: 4 },
    });
    expect(copy?.files.find(({ path }) => path === '/app/main.py')?.hidden).toBeNull();
    expect(rm?.files).toEqual([{ path: '/app/.env', change: 'deleted', bytes: 0, text: null, hidden: null }]);
  });

  it('name each file of a folder that goes', () => {
    const [, copy, rm] = layersOf('FROM alpine:3.22\nCOPY . /app/\nRUN rm -rf /app/docs /app/.env\n', APP);
    expect(rm?.files.map(({ path, change }) => `${change} ${path}`)).toEqual([
      'deleted /app/.env',
      'deleted /app/docs/a.md',
    ]);
    expect(copy?.files.filter(({ hidden }) => hidden).length).toBe(2);
  });

  it('hold a file that is deleted in the step that made it not at all', () => {
    const [, run] = layersOf('FROM alpine:3.22\nRUN echo secret > /key && rm /key\n', APP);
    expect(run?.files).toEqual([]);
  });

  it('know what a later step writes anew', () => {
    const [, first, second] = layersOf(
      'FROM alpine:3.22\nCOPY main.py /app/\nRUN echo "x = 1" > /app/main.py\n',
      APP,
    );
    expect(first?.files[0]).toMatchObject({ change: 'added', hidden: { by: 'replaced', line: 3 } });
    expect(second?.files[0]).toMatchObject({ change: 'changed', text: 'x = 1\n', hidden: null });
  });

  it('do not hold what a mount lends, and what .dockerignore keeps out', () => {
    const [, run, copy] = layersOf(
      'FROM alpine:3.22\nRUN --mount=type=bind,source=.env,target=/tmp/.env cat /tmp/.env\nCOPY . /app/\n',
      { ...APP, '.dockerignore': '.env\nDockerfile' },
    );
    expect(run?.files).toEqual([]);
    expect(copy?.files.map(({ path }) => path)).toEqual([
      '/app/.dockerignore',
      '/app/docs/a.md',
      '/app/main.py',
    ]);
  });

  it('belong to the stages that the image is built from, and to no other', () => {
    const layers = layersOf(
      'FROM alpine:3.22 AS a\nCOPY .env /\nFROM a AS b\nCOPY main.py /\nFROM alpine:3.22 AS c\nCOPY .env /\nFROM b\nRUN rm /.env\n',
      APP,
    );
    expect(layers.map(({ files }) => files.map(({ path }) => path))).toEqual([
      [],
      ['/.env'],
      ['/main.py'],
      ['/.env'],
    ]);
  });

  it('are cut off where there are very many, and say what has no name', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`f${at}`, 'x']));
    const [, copy] = layersOf('FROM alpine:3.22\nCOPY . /app/\n', many);
    expect(copy?.files.length).toBe(MOST_FILES);
    expect(copy?.more).toBe(80 + 1 - MOST_FILES);
    const [, install] = layersOf('FROM python:3.12-slim\nRUN pip install fastapi\n', {});
    expect(install?.unnamed).toBe(true);
    expect(install?.files.map(({ path }) => path)).toContain(
      '/usr/local/lib/python3.12/site-packages/fastapi/',
    );
  });
});
