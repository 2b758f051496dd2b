import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePublic, publicRoot } from './public-address.mjs';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  await page('', 'Cloud Native Development with Containers');
  await page(
    'rules/json-args/',
    'Start “it” as JSON &amp; nothing else · Cloud Native Development with Containers',
  );
  await page('embed/slim-base/', 'In a frame');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function page(path: string, title: string) {
  await mkdir(join(folder, path), { recursive: true });
  const head = `<title>${title}</title><meta name="description" content="Why &quot;so&quot;."/>`;
  await writeFile(join(folder, path, 'index.html'), `<html><head>${head}</head><body></body></html>`);
}
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

test('every page names its address and its card, in full', async () => {
  expect(await makePublic(folder, 'https://example.org/guide')).toBe(2);
  const html = read('rules/json-args/index.html');
  expect(html).toContain('<link rel="canonical" href="https://example.org/guide/rules/json-args/">');
  expect(html).toContain('content="https://example.org/guide/social/rules/json-args.png"');
  expect(html).toContain('<meta property="og:title" content="Start “it” as JSON &amp; nothing else">');
  expect(html).toContain('<meta property="og:description" content="Why &quot;so&quot;.">');
  expect(read('embed/slim-base/index.html')).not.toContain('og:');
});

test('a card is a PNG of the size that other sites expect', async () => {
  await makePublic(folder, 'https://example.org');
  const card = readFileSync(join(folder, 'social/home.png'));
  expect(card.subarray(1, 4).toString()).toBe('PNG');
  expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
});

test('the sitemap lists what can be looked for, and robots.txt names it', async () => {
  await makePublic(folder, 'https://example.org');
  expect(read('sitemap.xml').match(/<loc>[^<]*/g)).toEqual([
    '<loc>https://example.org/',
    '<loc>https://example.org/rules/json-args/',
  ]);
  expect(read('robots.txt')).toContain('Sitemap: https://example.org/sitemap.xml');
});

test('the address comes from the environment, or not at all', () => {
  expect(publicRoot({})).toBeNull();
  expect(publicRoot({ SITE_URL: 'https://example.org', BASE_PATH: '/guide/' })).toBe(
    'https://example.org/guide',
  );
  for (const SITE_URL of ['example.org', 'https://example.org/guide', 'ftp://example.org'])
    expect(() => publicRoot({ SITE_URL })).toThrow(/SITE_URL/);
});
