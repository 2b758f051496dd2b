import { expect, it } from 'vitest';
import { buildView } from './view.ts';

const view = (dockerfile: string) =>
  buildView({
    files: new Map([['Dockerfile', { kind: 'file', content: dockerfile }]]),
    contextKnown: false,
    dockerfile: 'Dockerfile',
  });

it('sets the image beside the same file on other variants of its base', () => {
  const { otherBases, total } = view('FROM python:3.12\nRUN apt-get update && apt-get install -y curl\n');
  const [slim, alpine] = otherBases;
  expect(otherBases.map(({ reference }) => reference)).toEqual(['python:3.12-slim', 'python:3.12-alpine']);
  expect(slim?.failure).toBeNull();
  expect(slim?.total.bytes).toBeLessThan(total.bytes ?? 0);
  expect(alpine?.failure).toContain('exit code: 127');
});

it.each([
  'FROM scratch\nCOPY a /a\n',
  'FROM example.com/unknown:1\nRUN ls\n',
  'ARG V=3.12\nFROM python:$V\nRUN ls\n',
  'FROM python:3.12@sha256:00\n',
  '',
])('sets nothing beside %j', (dockerfile) => {
  expect(view(dockerfile).otherBases).toEqual([]);
});

it('says what of a layer travels for nothing', () => {
  const { layers } = view('FROM debian:12\nCOPY <<A /big\n12345\nA\nCOPY <<A /small\n1\nA\nRUN rm /big\n');
  expect(layers.map(({ wasted }) => wasted)).toEqual([0, 6, 0, 0]);
});
