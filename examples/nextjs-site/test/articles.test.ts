import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allArticles, findArticle, longDate, readingMinutes } from '../lib/articles.ts';

test('every article has an address of its own that needs no escaping', () => {
  const slugs = allArticles().map((article) => article.slug);
  assert.equal(new Set(slugs).size, slugs.length);
  for (const slug of slugs) assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('the newest article comes first', () => {
  const dates = allArticles().map((article) => article.date);
  assert.deepEqual(dates, dates.toSorted().reverse());
});

test('an article is found by its address, and nothing by another', () => {
  assert.equal(findArticle('frost')?.title, 'The first frost');
  assert.equal(findArticle('constructor'), undefined);
});

test('reading takes at least a minute, and another for every 200 words begun', () => {
  const article = (words: number) => ({ slug: 'a', title: 'a', date: '2026-01-01', paragraphs: ['word '.repeat(words)] });
  assert.deepEqual([0, 1, 200, 201, 400].map((words) => readingMinutes(article(words))), [1, 1, 1, 2, 2]);
});

test('a date does not depend on where the server stands', () => {
  assert.equal(longDate('2026-11-02'), '2 November 2026');
});
