import { expect, test } from 'vitest';
import { applyEdits, fixesTogether } from './fix.ts';
import { check } from './index.ts';
import type { Diagnostic, TextEdit } from './types.ts';

const edit = (startColumn: number, endColumn: number, text: string): TextEdit => ({
  file: 'Dockerfile',
  range: { startLine: 1, startColumn, endLine: 1, endColumn },
  text,
});
const found = (...edits: TextEdit[]): Diagnostic => ({
  rule: 'any',
  severity: 'warning',
  message: '',
  file: 'Dockerfile',
  range: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
  fix: { title: 'Fix it', edits },
  refs: [],
});
const texts = { Dockerfile: 'from a as b\n', other: 'x' };

test('edits apply in any order, and leave other files alone', () => {
  const edits = [edit(1, 5, 'FROM'), edit(8, 10, 'AS'), edit(12, 12, ' # end')];
  for (const given of [edits, edits.toReversed()])
    expect(applyEdits(texts, given)).toEqual({ Dockerfile: 'FROM a AS b # end\n', other: 'x' });
});

test('edits that overlap are refused', () => {
  expect(() => applyEdits(texts, [edit(1, 5, 'x'), edit(4, 7, 'y')])).toThrow(RangeError);
});

test('of fixes that touch the same place, the first is taken whole', () => {
  const [one, two, three] = [
    found(edit(1, 5, 'FROM'), edit(8, 10, 'AS')),
    found(edit(9, 9, '!')),
    found(edit(12, 12, '\n')),
  ];
  expect(fixesTogether(texts, [one, two, three])).toEqual([one.fix, three.fix]);
});

test('fixing all that can be fixed, again and again, comes to an end with nothing left to fix', () => {
  let files: Record<string, string> = {
    Dockerfile: 'from node:22 as App\nrun apt-get install curl\nworkdir app\ncmd node index.js\n',
  };
  const judge = () =>
    check({
      files: new Map(Object.entries(files).map(([path, content]) => [path, { kind: 'file', content }])),
      contextKnown: false,
      dockerfile: 'Dockerfile',
    }).diagnostics;
  for (let round = 0; round < 5; round++) {
    const fixes = fixesTogether(files, judge());
    if (fixes.length === 0) break;
    files = applyEdits(
      files,
      fixes.flatMap((fix) => fix.edits),
    );
  }
  expect(judge().filter(({ fix }) => fix)).toEqual([]);
  expect(files.Dockerfile).toContain('cmd ["node", "index.js"]');
});
