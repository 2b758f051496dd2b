import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanUrl, InvalidLink, newCode, shorten } from '../src/links.ts';
import { MemoryStore } from '../src/memory-store.ts';

test('an address is kept in its normal form', () => {
  assert.equal(cleanUrl('https://Example.COM/a b'), 'https://example.com/a%20b');
});

for (const text of [
  undefined,
  7,
  '',
  'example.com',
  'javascript:alert(1)',
  'https://ann:secret@example.com/',
  `https://example.com/${'a'.repeat(2000)}`,
]) {
  test(`${JSON.stringify(text)?.slice(0, 40)} is refused`, () => {
    assert.throws(() => cleanUrl(text), InvalidLink);
  });
}

test('codes have seven characters that people do not confuse', () => {
  for (let i = 0; i < 200; i += 1) assert.match(newCode(), /^[2-9a-km-np-zA-HJ-NP-Z]{7}$/);
});

test('a code that is taken is never given to a second address', async () => {
  const store = new MemoryStore();
  const codes = ['same', 'same', 'other'];
  const next = () => codes.shift() ?? '';
  assert.equal(await shorten(store, 'https://a.example/', next), 'same');
  assert.equal(await shorten(store, 'https://b.example/', next), 'other');
  assert.equal(await store.visit('same'), 'https://a.example/');
});

test('it gives up rather than search for ever', async () => {
  const store = new MemoryStore();
  await store.add('same', 'https://a.example/');
  await assert.rejects(shorten(store, 'https://b.example/', () => 'same'), /taken/);
});
