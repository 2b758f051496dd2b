import { describe, expect, it } from 'vitest';
import { BadPatternError, hasWildcard, wildcardMatcher } from './wildcard.ts';

describe('wildcards of COPY and ADD', () => {
  it.each([
    ['package*.json', 'package-lock.json', true],
    ['package*.json', 'src/package.json', false],
    ['*', 'a/b', false],
    ['**/*.json', 'a/b.json', true],
    ['**/*.json', 'b.json', false],
    ['**/*.json', 'a/b/c.json', false],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['a?c', 'a😀c', true],
    ['[a-c]x', 'bx', true],
    ['[^a-c]x', 'bx', false],
    ['[^a-c]x', 'dx', true],
    ['[]a]x', 'ax', 'bad'],
    ['[a', 'a', 'bad'],
    ['a\\', 'a', 'bad'],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['a.c', 'abc', false],
    ['a+(b)', 'a+(b)', true],
    ['[\\]]', ']', true],
    ['[z-a]', 'm', false],
  ])('%s and %s: %s', (pattern, path, expected) => {
    if (expected === 'bad') expect(() => wildcardMatcher(pattern)).toThrow(BadPatternError);
    else expect(wildcardMatcher(pattern)(path)).toBe(expected);
  });

  it('tells a pattern from a path, an escaped star from a star', () => {
    expect(hasWildcard('a*')).toBe(true);
    expect(hasWildcard('a[bc]')).toBe(true);
    expect(hasWildcard('a\\*')).toBe(false);
    expect(hasWildcard('\\\\*')).toBe(true);
    expect(hasWildcard('src/app.js')).toBe(false);
  });
});
