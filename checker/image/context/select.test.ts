import { describe, expect, it } from 'vitest';
import { WorkTree } from '../tree.ts';
import type { TreeNode } from '../types.ts';
import { type Selector, select } from './select.ts';

const file = (text: string, mode = 0o644): TreeNode => ({
  kind: 'file',
  uid: 0,
  gid: 0,
  mode,
  size: text.length,
  content: { is: 'text', text },
});

function tree(files: Record<string, string | TreeNode>): WorkTree {
  const made = WorkTree.empty();
  for (const [path, node] of Object.entries(files))
    made.put(path, typeof node === 'string' ? file(node) : node);
  return made;
}

const BASE = { '/src/a.js': 'a', '/src/b.md': 'b', '/src/lib/c.md': 'c', '/x.json': 'x', '/y.json': 'y' };
const digest = (files: Record<string, string | TreeNode>, selector: Selector) => {
  const selection = select(tree(files), selector);
  return selection.is === 'missing' ? `missing ${selection.path}` : selection.digest;
};
const paths = (selector: Selector) => {
  const selection = select(tree(BASE), selector);
  return selection.is === 'found' ? selection.paths.map(({ path }) => path) : selection.is;
};

describe('what a source selects', () => {
  it('finds files, directories, wildcards; a missing path is missing, a wildcard without matches is not', () => {
    expect(paths({ path: '/src' })).toEqual(['/src']);
    expect(paths({ path: '*.json' })).toEqual(['/x.json', '/y.json']);
    expect(paths({ path: '/*/*.md' })).toEqual(['/src/b.md']);
    expect(paths({ path: '/**/*.md' })).toEqual(['/src/b.md']);
    expect(paths({ path: '/*.yaml' })).toEqual([]);
    expect(paths({ path: '/none' })).toBe('missing');
    expect(paths({ path: '/*.json', literal: true })).toBe('missing');
  });

  it('changes with content, mode and names below it, not with its own name', () => {
    const src = { path: '/src' };
    const before = digest(BASE, src);
    expect(digest({ ...BASE, '/x.json': 'other' }, src)).toBe(before);
    expect(digest({ ...BASE, '/src/a.js': 'other' }, src)).not.toBe(before);
    expect(digest({ ...BASE, '/src/a.js': file('a', 0o755) }, src)).not.toBe(before);
    expect(digest({ ...BASE, '/src/new': 'n' }, src)).not.toBe(before);
    expect(digest({ '/d/a': '1' }, { path: '/d/a' })).toBe(digest({ '/e/b': '1' }, { path: '/e/b' }));
  });

  it('follows a link', () => {
    const link: TreeNode = { kind: 'symlink', uid: 0, gid: 0, mode: 0o777, target: 'real' };
    expect(digest({ '/real': 'r', '/l': link }, { path: '/l' })).toBe(
      digest({ '/real': 'r' }, { path: '/real' }),
    );
  });

  it('does not see what is excluded, and sees the rest', () => {
    const selector = { path: '/src', excludes: ['*.md'] };
    const before = digest(BASE, selector);
    expect(digest({ ...BASE, '/src/b.md': 'other' }, selector)).toBe(before);
    expect(digest({ ...BASE, '/src/lib/c.md': 'other' }, selector)).not.toBe(before);
    expect(digest({ ...BASE, '/src/lib/c.md': 'other' }, { path: '/src', excludes: ['**/*.md'] })).toBe(
      digest(BASE, { path: '/src', excludes: ['**/*.md'] }),
    );
  });

  it('takes what the pattern of --parents names and the directories above it', () => {
    const selector = { path: '/', include: 'src/**/*.md' };
    const selection = select(tree(BASE), selector);
    expect(selection.is).toBe('found');
    if (selection.is !== 'found') return;
    const takes = selection.paths[0]?.takes;
    expect(['/src', '/src/b.md', '/src/lib', '/src/lib/c.md'].every((path) => takes?.(path))).toBe(true);
    expect(['/src/a.js', '/x.json'].some((path) => takes?.(path))).toBe(false);
    expect(digest({ ...BASE, '/src/a.js': 'other' }, selector)).toBe(digest(BASE, selector));
    expect(digest({ ...BASE, '/src/lib/c.md': 'other' }, selector)).not.toBe(digest(BASE, selector));
  });

  it('never calls missing what may be there', () => {
    expect(select(WorkTree.unknown('image'), { path: '/app' }).is).toBe('unknown');
    expect(select(WorkTree.unknown('image'), { path: '/app/*.js' }).is).toBe('unknown');
  });
});
