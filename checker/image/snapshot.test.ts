import { describe, expect, it } from 'vitest';
import { rebuildView } from './view.ts';

/** How a first build of this script ends. */
function failure(script: string): string | undefined {
  const content = `FROM debian:trixie-slim\nWORKDIR /app\nRUN ${script}\n`;
  const project = {
    files: new Map([['Dockerfile', { kind: 'file' as const, content }]]),
    contextKnown: true,
    dockerfile: 'Dockerfile',
  };
  return rebuildView(project, null).first.find(({ text }) => text.startsWith('ERROR:'))?.text;
}

describe('a command sees the files as they are when it starts', () => {
  it.each([
    'echo hi > f && cat f && rm f',
    'touch a && ls a && rm a',
    'echo hi > f && grep hi f && rm f',
    'mkdir d && test -d d && rm -r d',
    'touch a; test -f a && mv a b && test ! -f a && test -f b',
  ])('not as a later one leaves them: %s', (script) => expect(failure(script)).toBeUndefined());

  it.each(['cat f && echo hi > f', 'echo hi > f && rm f && cat f', 'ls a && touch a'])(
    'nor as a later one makes them: %s',
    (script) => expect(failure(script)).toMatch(/exit code: [12]$/),
  );
});
