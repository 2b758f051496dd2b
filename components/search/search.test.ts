import { describe, expect, test } from 'vitest';
import { createSearch, excerpt, mark, type SearchDocument } from './search';

const document = (title: string, text: string, kind: SearchDocument['kind'] = 'rule'): SearchDocument => ({
  ...{ href: `/${title}/`, kind, title, place: '', text },
});

const documents = [
  document('Order for the cache', 'Copy requirements.txt before the code.', 'lesson'),
  document('Clean the package lists', 'apt-get leaves lists behind. hadolint DL3009'),
  document('Limits', 'A memory limit ends with exit code 137.', 'lesson'),
];

const titles = (query: string) => createSearch(documents)(query).map((hit) => hit.document.title);

describe('search', () => {
  test('finds a beginning, whatever its case', () => expect(titles('MEM')).toEqual(['Limits']));
  test('finds a word with a slip of the finger', () => {
    expect(titles('requirments')).toEqual(['Order for the cache']);
  });
  test('finds a rule by its twin', () => expect(titles('DL3009')).toEqual(['Clean the package lists']));
  test('wants every word', () => expect(titles('exit memory')).toEqual(['Limits']));
  test('takes any word where none has all', () => expect(titles('lists kubernetes')).toHaveLength(1));
  test('finds nothing for nothing', () => {
    expect(titles('')).toEqual([]);
    expect(titles('zzzz')).toEqual([]);
    expect(titles('([{*')).toEqual([]);
  });
});

describe('mark', () => {
  test('marks where words begin, keeping the case', () => {
    expect(mark('Cache the cached', ['cache'])).toEqual([
      { text: 'Cache', marked: true },
      { text: ' the ', marked: false },
      { text: 'cache', marked: true },
      { text: 'd', marked: false },
    ]);
  });
  test('marks nothing inside of a word, and takes signs as signs', () => {
    expect(mark('uncached a.b', ['cache', '.'])).toEqual([{ text: 'uncached a.b', marked: false }]);
  });
});

describe('excerpt', () => {
  const long = `${'word '.repeat(60)}target ${'more '.repeat(60)}`;
  test('leaves a short text as it is', () => expect(excerpt('short', ['none'])).toBe('short'));
  test('holds the word, cut between words', () => {
    expect(excerpt(long, ['target'])).toMatch(/^… word .*target .* more …$/);
  });
  test('begins at the beginning where the word stands in the title', () => {
    expect(excerpt(long, ['absent'])).toMatch(/^word .* …$/);
  });
});
