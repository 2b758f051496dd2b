import { expect, it } from 'vitest';
import { predict } from './predict.ts';
import { transcript } from './transcript.ts';

function shown(before: string, after: string): string[] {
  const project = (dockerfile: string) => ({
    files: new Map([['Dockerfile', { kind: 'file' as const, content: dockerfile }]]),
    contextKnown: true,
  });
  return transcript(predict(project(before), project(after)).second).map(({ text }) => text);
}

it('shows a build as the terminal does', () => {
  const before = 'FROM debian:12\nRUN echo a\nRUN echo b\n';
  expect(shown(before, before.replace('echo b', 'echo c'))).toEqual([
    ' => CACHED [2/3] RUN echo a',
    ' => [3/3] RUN echo c',
  ]);
});

it('shows where a build fails and in which words', () => {
  const before = 'FROM debian:12\nRUN echo a\n';
  expect(shown(before, `${before}RUN exit 1\n`)).toEqual([
    ' => CACHED [2/3] RUN echo a',
    ' => ERROR [3/3] RUN exit 1',
    '------',
    ' > [3/3] RUN exit 1:',
    '------',
    'Dockerfile:3',
    ' >>> RUN exit 1',
    'ERROR: failed to build: failed to solve: process "/bin/sh -c exit 1" did not complete successfully: exit code: 1',
  ]);
});

it('shows a refused file as its refusal alone', () => {
  expect(shown('FROM debian:12\n', 'FROM debian:12\nCOPPY a b\n')).toEqual([
    'ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown instruction: COPPY (did you mean COPY?)',
  ]);
});
