import { describe, expect, it } from 'vitest';
import { parseReference } from './reference.ts';

const parts = (text: string) => {
  const { registry, path, tag, digest } = parseReference(text);
  return [registry, path, tag, digest];
};

describe('parseReference', () => {
  it.each([
    ['node', [null, 'node', null, null]],
    ['node:22-slim', [null, 'node', '22-slim', null]],
    ['library/node:22', [null, 'library/node', '22', null]],
    ['ghcr.io/astral-sh/uv', ['ghcr.io', 'astral-sh/uv', null, null]],
    ['node:22@sha256:abc', [null, 'node', '22', 'sha256:abc']],
    ['node@sha256:abc', [null, 'node', null, 'sha256:abc']],
    ['', [null, '', null, null]],
  ])('takes %s apart', (text, expected) => expect(parts(text)).toEqual(expected));

  it('knows a port from a tag', () => {
    expect(parts('localhost:5000/app')).toEqual(['localhost:5000', 'app', null, null]);
    expect(parts('localhost:5000/app:1')).toEqual(['localhost:5000', 'app', '1', null]);
  });

  it('keeps the marks inside a variable together', () => {
    expect(parts('${BASE:-debian:12}')).toEqual([null, '${BASE:-debian:12}', null, null]);
    expect(parts('${REGISTRY:-docker.io/library}/node:$TAG')).toEqual([
      '${REGISTRY:-docker.io/library}',
      'node',
      '$TAG',
      null,
    ]);
  });
});
