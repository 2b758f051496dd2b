import { expect, test } from 'vitest';
import { diffLines } from './diff';

test('shared lines stand once, in order, with what each side has of its own between them', () => {
  expect(diffLines('a\nb\nc\n', 'a\nx\nc\n')).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'mine', text: 'b' },
    { kind: 'theirs', text: 'x' },
    { kind: 'same', text: 'c' },
  ]);
});

test('equal texts differ nowhere, whatever their line ends', () => {
  expect(diffLines('a\r\nb', 'a\nb\n').every(({ kind }) => kind === 'same')).toBe(true);
});

test('both texts can be read back', () => {
  const mine = 'FROM a\nRUN b\nCMD c';
  const theirs = 'FROM z\nCMD c\nUSER d';
  const lines = diffLines(mine, theirs);
  const side = (other: string) =>
    lines
      .filter(({ kind }) => kind !== other)
      .map(({ text }) => text)
      .join('\n');
  expect(side('theirs')).toBe(mine);
  expect(side('mine')).toBe(theirs);
});
