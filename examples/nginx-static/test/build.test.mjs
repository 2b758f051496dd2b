import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { build, hashedName, listFiles, rewriteLinks } from '../build.mjs';

const site = fileURLToPath(new URL('../site', import.meta.url));

function temporaryFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'plain-site-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a name changes when the content does, and only then', () => {
  assert.equal(hashedName('assets/a.css', 'one'), hashedName('assets/a.css', 'one'));
  assert.notEqual(hashedName('assets/a.css', 'one'), hashedName('assets/a.css', 'two'));
  assert.match(hashedName('a.min.js', ''), /^a\.min\.[0-9a-f]{10}\.js$/);
});

test('links to renamed files follow, all others stay', () => {
  const names = new Map([['a.css', 'a.1.css']]);
  assert.equal(
    rewriteLinks('<link href="/a.css"><a href="/a.css?x#y"><a href="/about/"><a href="https://x.example/a.css">', names),
    '<link href="/a.1.css"><a href="/a.1.css?x#y"><a href="/about/"><a href="https://x.example/a.css">',
  );
});

test('every file that a page of the site names is there', (t) => {
  const target = temporaryFolder(t);
  build(site, target);
  const files = new Set(listFiles(target));
  const pages = [...files].filter((file) => file.endsWith('.html'));
  assert.deepEqual(pages, ['404.html', 'about/index.html', 'index.html']);
  for (const page of pages) {
    for (const [, path] of readFileSync(join(target, page), 'utf8').matchAll(/(?:href|src)="\/([^"]*)"/g)) {
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      assert.ok(files.has(file), `${page} names /${path}`);
    }
  }
});

test('the compressed copies hold what the files hold', (t) => {
  const target = temporaryFolder(t);
  build(site, target);
  const compressed = listFiles(target).filter((file) => file.endsWith('.gz'));
  assert.equal(compressed.length, 5);
  for (const file of compressed) {
    const original = readFileSync(join(target, file.slice(0, -'.gz'.length)));
    assert.deepEqual(gunzipSync(readFileSync(join(target, file))), original);
  }
});

test('what an earlier build left behind is gone', (t) => {
  const target = temporaryFolder(t);
  writeFileSync(join(target, 'old.html'), '');
  build(site, target);
  assert.ok(!listFiles(target).includes('old.html'));
});
