import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '@/checker/dockerfile/parse.ts';
import { completeDockerfile } from './complete';
import { stageAt } from './definition';
import { formatDockerfile, reading } from './format';
import { hoverDockerfile } from './hover';
import { INSTRUCTIONS } from './instructions';

const file = `ARG VERSION=22
FROM node:22 AS builder
ARG TOKEN
ENV PORT=80
COPY --from=builder /a /b
FROM node:22-slim
COPY --from=builder /a /b
`;

const labels = (text: string, line: number, column: number) =>
  completeDockerfile(text, line, column).items.map(({ label }) => label);

describe('completion', () => {
  test('offers instructions where a line begins', () => {
    expect(labels('FROM a\nHE', 2, 3)).toContain('HEALTHCHECK');
    expect(completeDockerfile('FROM a\nHE', 2, 3).startColumn).toBe(1);
  });
  test('offers the flags of just this instruction', () => {
    expect(labels('FROM a\nCOPY --', 2, 8)).toContain('--chown');
    expect(labels('FROM a\nCOPY --', 2, 8)).not.toContain('--mount');
  });
  test('offers earlier stages, not the own one', () => {
    expect(labels(`${file}COPY --from=`, 8, 13)).toEqual(['builder']);
    expect(labels('FROM a AS one\nCOPY --from=', 2, 13)).toEqual([]);
    expect(labels('FROM a AS one\nFROM ', 2, 6)).toEqual(['one']);
  });
  test('offers the variables that are in scope', () => {
    expect(labels('ARG V=1\nFROM a:$', 2, 9)).toEqual(['V']);
    expect(labels('ARG V=1\nFROM a\nARG TOKEN\nENV PORT=1\nRUN echo $', 5, 11)).toEqual(['TOKEN', 'PORT']);
  });
  test('offers base images with their sizes, earlier stages first', () => {
    const surroundings = { bases: [{ reference: 'node:22-slim', megabytes: 227.3 }], accounts: [] };
    const { items, startColumn } = completeDockerfile('FROM a AS one\nFROM node:', 2, 11, surroundings);
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([
      ['one', undefined],
      ['node:22-slim', '227 MB'],
    ]);
    expect(startColumn).toBe(6);
  });
  test('offers the users of just this stage, and its groups after a colon', () => {
    const stage = (name: string) => ({
      startLine: 1,
      endLine: 1,
      users: [{ name, uid: 1000, own: true }],
      groups: [{ name: `${name}s`, gid: undefined, own: false }],
    });
    const surroundings = { bases: [], accounts: [stage('builder'), stage('app')] };
    const at = (line: string) =>
      completeDockerfile(`FROM a\nFROM b\n${line}`, 3, line.length + 1, surroundings);
    expect(at('USER ').items).toMatchObject([{ label: 'app', detail: 'user 1000, this stage' }]);
    expect(at('USER app:').items).toMatchObject([{ label: 'apps', detail: 'group, base image' }]);
  });
  test('offers nothing in a comment or a heredoc', () => {
    expect(labels('# CO', 1, 5)).toEqual([]);
    expect(labels('FROM a\nRUN <<EOF\nCO\nEOF\n', 3, 3)).toEqual([]);
  });
});

test('a pointer on a keyword tells what the instruction does', () => {
  expect(hoverDockerfile(file, 5, 2)?.markdown).toContain(
    'https://docs.docker.com/reference/dockerfile/#copy',
  );
  expect(hoverDockerfile(file, 5, 20)).toBeNull();
});

test('a reference to a stage leads to its name, and one to an image nowhere', () => {
  expect(stageAt(file, 7, 14)).toMatchObject({ startLine: 2, startColumn: 17 });
  expect(stageAt('FROM a AS one\nFROM b\nCOPY --from=one', 3, 16)).toMatchObject({ startLine: 1 });
  expect(stageAt(file, 6, 8)).toBeNull();
  const mount = `${file}RUN --mount=type=bind,from=builder,target=/x true`;
  expect(stageAt(mount, 8, 30)).toMatchObject({ startLine: 2, startColumn: 17 });
  expect(stageAt(mount, 8, 40)).toBeNull();
  expect(stageAt(`${file}RUN --mount=type=bind,from=alpine:3 true`, 8, 30)).toBeNull();
});

describe('formatting', () => {
  test('capitalises keywords, removes trailing blanks and ends the last line', () => {
    expect(formatDockerfile('from a  \nrun echo b \\ \n  c\t')).toBe('FROM a\nRUN echo b \\\n  c\n');
  });
  test('leaves the body of a heredoc alone', () => {
    expect(formatDockerfile('from a\nrun <<EOF\n echo b  \nEOF\n')).toBe(
      'FROM a\nRUN <<EOF\n echo b  \nEOF\n',
    );
  });
  test('never changes what BuildKit reads, and formatting twice is formatting once', () => {
    const piece = fc.constantFrom(
      ...Object.keys(INSTRUCTIONS),
      'from a',
      'run',
      ' ',
      '\t',
      '\n',
      '\r\n',
      '\\',
      '\\ \n',
      '# x ',
      '<<EOF',
      'EOF',
      '["a"]',
      '--from=a',
      '"',
      '$A',
      '# escape=`\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const once = formatDockerfile(text);
        expect(reading(parseDockerfile(once))).toBe(reading(parseDockerfile(text)));
        expect(formatDockerfile(once)).toBe(once);
      }),
    );
  });
});
