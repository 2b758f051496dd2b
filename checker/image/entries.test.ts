import { describe, expect, test } from 'vitest';
import { Entries } from './entries.ts';
import type { TreeNode } from './types.ts';

const file = (text: string): TreeNode => ({
  kind: 'file',
  uid: 0,
  gid: 0,
  mode: 0o644,
  size: text.length,
  content: { is: 'text', text },
});
const named = (from: number, to: number) => {
  const entries = new Entries();
  for (let at = from; at < to; at++) entries.set(`f${at}`, file(`${at}`));
  return entries;
};
const identity = (entries: Entries) =>
  entries.identity((node) => (node.kind === 'file' && node.content.is === 'text' ? node.content.text : '?'));

describe.each([3, 33, 500])('a directory of %i names', (count) => {
  test('a copy and what it was copied from change apart from one another', () => {
    const first = named(0, count);
    const second = first.copy();
    second.set('new', file('new')).set('f0', file('other'));
    second.delete('f1');
    first.delete('f2');
    expect(first.has('new')).toBe(false);
    expect(first.get('f0')).toMatchObject({ content: { text: '0' } });
    expect([first.has('f1'), first.has('f2'), first.size]).toEqual([true, false, count - 1]);
    expect([second.has('f1'), second.has('f2'), second.size]).toEqual([false, true, count]);
    expect([...second.keys()].sort()).toEqual(
      [...named(0, count).keys(), 'new'].filter((name) => name !== 'f1').sort(),
    );
  });

  test('its identity does not tell how it came to be', () => {
    let grown = new Entries();
    for (let at = count - 1; at >= 0; at--) grown = grown.copy().set(`f${at}`, file(`${at}`));
    const detour = grown.copy().set('f0', file('other')).copy();
    detour.set('more', file('more'));
    expect(identity(detour)).not.toBe(identity(grown));
    detour.set('f0', file('0')).delete('more');
    expect(identity(grown)).toBe(identity(named(0, count)));
    expect(identity(detour)).toBe(identity(grown));
  });

  test('what changed since a copy was made holds every change', () => {
    const before = named(0, count).copy();
    const after = before.copy().set('f0', file('other')).set('new', file('new'));
    const names = new Set([...after.changedSince(before)].map(([name]) => name));
    expect(names).toContain('f0');
    expect(names).toContain('new');
    expect(names.size).toBeLessThanOrEqual(count > 32 ? 2 : count + 1);
  });
});
