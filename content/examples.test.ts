import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exampleArchive } from './example-archive';
import { exampleDifferences, exampleFiles, examples } from './examples';

test('every folder of examples/ is shown', () => {
  const folders = readdirSync('examples', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(
    examples()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(folders.map(({ name }) => name).toSorted());
});

describe.each(examples().map(({ name }) => name))('%s', (name) => {
  test('its zip holds its files, and nothing that was made beside them', () => {
    const packed = unzipSync(exampleArchive(name));
    const contents = Object.fromEntries(
      Object.entries(packed).map(([path, bytes]) => [path, strFromU8(bytes)]),
    );
    const expected = Object.entries(exampleFiles(name)).map(([path, text]) => [`${name}/${path}`, text]);
    expect(contents).toEqual(Object.fromEntries(expected));
    for (const file of ['README.md', 'Dockerfile', '.dockerignore', 'compose.dev.yaml', 'compose.prod.yaml'])
      expect(Object.keys(contents)).toContain(`${name}/${file}`);
  });

  test.runIf(inRepository())('its zip holds what the repository holds', () => {
    const kept = execFileSync('git', ['ls-files', `examples/${name}`], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(Object.keys(exampleFiles(name)).toSorted()).toEqual(
      kept.map((path) => path.slice(`examples/${name}/`.length)).toSorted(),
    );
  });

  test('two builds of its zip are the same to the byte', () => {
    expect(exampleArchive(name)).toEqual(exampleArchive(name));
  });

  test('production is limited and closed where development is not', () => {
    const differences = exampleDifferences(name);
    for (const aspect of [
      'memory limit',
      'CPU limit',
      'root file system',
      'capabilities dropped',
      'starts again',
    ])
      expect(
        differences.some((each) => each.aspect === aspect && each.left.length === 0 && each.right.length > 0),
        aspect,
      ).toBe(true);
  });
});

function inRepository(): boolean {
  try {
    return execFileSync('git', ['ls-files', 'examples'], { encoding: 'utf8', stdio: 'pipe' }) !== '';
  } catch {
    return false;
  }
}
