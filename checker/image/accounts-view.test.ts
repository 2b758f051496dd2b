import { expect, test } from 'vitest';
import { accountsView } from './accounts-view.ts';

const stages = (dockerfile: string) =>
  accountsView({
    files: new Map([['Dockerfile', { kind: 'file', content: dockerfile }]]),
    contextKnown: false,
    dockerfile: 'Dockerfile',
  });

test('a stage has the accounts of its base and those that its steps make, the latter first', () => {
  const [builder, final] = stages(
    'FROM node:22 AS builder\nRUN useradd -u 1234 other\nFROM node:22-slim\nRUN groupadd -r app && useradd -r -g app app\nUSER app\n',
  );
  expect(builder).toMatchObject({ startLine: 1, endLine: 2 });
  expect(builder?.users[0]).toEqual({ name: 'other', uid: 1234, own: true });
  expect(final).toMatchObject({ startLine: 3, endLine: 5 });
  expect(final?.users[0]).toMatchObject({ name: 'app', own: true });
  expect(final?.groups[0]).toMatchObject({ name: 'app', own: true });
  expect(final?.users).toContainEqual({ name: 'node', uid: 1000, own: false });
  expect(final?.users.map(({ name }) => name)).not.toContain('other');
});
