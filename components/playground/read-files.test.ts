import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Found, LARGEST_TEXT, MOST_FILES, readFiles } from './read-files';
import { readZip } from './read-zip';

const found = (files: Record<string, Uint8Array | string>): Found[] =>
  Object.entries(files).map(([path, content]) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    return { path, size: bytes.length, read: () => Promise.resolve(bytes) };
  });

describe('files from the machine', () => {
  it('are texts, and sizes for the rest', async () => {
    const read = await readFiles(
      found({
        Dockerfile: '\uFEFFFROM a\r\n',
        'logo.png': new Uint8Array([137, 80, 0, 1]),
        'latin1.txt': new Uint8Array([0xe4, 0x20]),
        'big.csv': 'x'.repeat(LARGEST_TEXT + 1),
      }),
    );
    expect(read.files).toEqual({ Dockerfile: '\uFEFFFROM a\r\n' });
    expect(read.sizes).toEqual({ 'big.csv': LARGEST_TEXT + 1, 'latin1.txt': 2, 'logo.png': 4 });
    expect(read.notes).toEqual([expect.stringMatching(/^Known by size alone: 3 files/)]);
  });

  it('lie in the project where they lay in its folder', async () => {
    const read = await readFiles(
      found({ '/shop/Dockerfile': 'FROM a', 'shop/src/a.js': '', './shop/b\\c.js': '' }),
    );
    expect(Object.keys(read.files)).toEqual(['Dockerfile', 'b/c.js', 'src/a.js']);
    const two = await readFiles(found({ 'a/Dockerfile': 'FROM a', 'b/x': '' }));
    expect(Object.keys(two.files)).toEqual(['a/Dockerfile', 'b/x']);
    const file = await readFiles(found({ Dockerfile: 'FROM a' }));
    expect(Object.keys(file.files)).toEqual(['Dockerfile']);
  });

  it('leave out what tools made, and what leads outside, and say so', async () => {
    const read = await readFiles(
      found({
        'a/Dockerfile': '',
        'a/node_modules/x/index.js': '',
        'a/.git/HEAD': '',
        'a/../../etc/passwd': 'x',
      }),
    );
    expect(Object.keys(read.files)).toEqual(['Dockerfile']);
    expect(read.notes).toEqual([expect.stringMatching(/^Left out: 3 files/)]);
  });

  it('that are too many or none are refused with a reason', async () => {
    const many = Object.fromEntries(Array.from({ length: MOST_FILES + 1 }, (_, at) => [`f${at}`, '']));
    await expect(readFiles(found(many))).rejects.toThrow(/5,001 files, more than the 5,000/);
    await expect(readFiles([])).rejects.toThrow(/no file/);
  });

  it('beyond the room there is are known by size, the Dockerfile never', async () => {
    const big = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`a${at}.txt`, 'x'.repeat(LARGEST_TEXT)]),
    );
    const read = await readFiles(found({ ...big, 'z/Dockerfile': 'FROM a' }));
    expect(read.files['z/Dockerfile']).toBe('FROM a');
    expect(Object.keys(read.sizes).length).toBeGreaterThan(10);
  });

  it('name a Dockerfile that is no text', async () => {
    const read = await readFiles(found({ Dockerfile: new Uint8Array([255, 254, 70, 0]), x: '' }));
    expect(read.notes.at(-1)).toMatch(/Dockerfile.*UTF-8/);
  });
});

describe('a zip', () => {
  it('is read like a folder', async () => {
    const bytes = zipSync({
      shop: {
        Dockerfile: strToU8('FROM a'),
        src: { 'a.js': strToU8('1') },
        node_modules: { x: strToU8('') },
      },
    });
    expect((await readFiles(readZip(bytes))).files).toEqual({ Dockerfile: 'FROM a', 'src/a.js': '1' });
  });

  it('unpacks nothing large, however small it is packed', async () => {
    const bytes = zipSync({ Dockerfile: strToU8('FROM a'), 'bomb.bin': new Uint8Array(50_000_000) });
    expect(bytes.length).toBeLessThan(100_000);
    const read = await readFiles(readZip(bytes));
    expect(read.sizes).toEqual({ 'bomb.bin': 50_000_000 });
  });

  it('that is damaged, or none, is refused with a reason', () => {
    const bytes = zipSync({ Dockerfile: strToU8('FROM a'.repeat(100)) });
    expect(() => readZip(strToU8('not a zip'))).toThrow(/no zip that can be opened/);
    expect(() => readZip(bytes.slice(0, -30))).toThrow(/no zip that can be opened/);
    const damaged = bytes.slice();
    damaged.fill(255, 40, 60);
    expect(() => readZip(damaged)).toThrow(/no zip that can be opened/);
    expect(() => readZip(new Uint8Array(65 * 1024 * 1024))).toThrow(/64 MiB/);
  });

  it('with too many files is refused', () => {
    const many = Object.fromEntries(
      Array.from({ length: MOST_FILES + 1 }, (_, at) => [`f${at}`, new Uint8Array()]),
    );
    expect(() => readZip(zipSync(many, { level: 0 }))).toThrow(/more than 5,000 files/);
  });
});
