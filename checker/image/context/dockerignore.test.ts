import { describe, expect, it } from 'vitest';
import type { ContextEntry } from '../../types.ts';
import { filesSent, ignoredBy, ignoreFileFor, readDockerignore } from './dockerignore.ts';

const PATHS = [
  ...[
    'a.md',
    'README.md',
    '.env',
    'docs/a.md',
    'docs/deep/b.md',
    'docs/keep.txt',
    'src/a.js',
    'src/lib/b.js',
  ],
  ...[
    'node_modules/m/i.js',
    'packages/p/node_modules/m/i.js',
    'packages/p/i.js',
    'foo/bar',
    'foobar',
    'x/foo',
  ],
];

function project(dockerignore: string, extra: Record<string, string> = {}) {
  const files = new Map<string, ContextEntry>();
  for (const path of PATHS) files.set(path, { kind: 'file', content: '1\n' });
  files.set('.dockerignore', { kind: 'file', content: dockerignore });
  for (const [path, content] of Object.entries(extra)) files.set(path, { kind: 'file', content });
  return { files };
}

const sent = (dockerignore: string) =>
  [...filesSent(project(dockerignore)).keys()].filter((path) => path !== '.dockerignore');
const dropped = (dockerignore: string) => {
  const left = new Set(sent(dockerignore));
  return PATHS.filter((path) => !left.has(path));
};

describe('what .dockerignore keeps from the builder', () => {
  it.each<[string, string[]]>([
    ['*.md', ['a.md', 'README.md']],
    ['**/*.md', ['a.md', 'README.md', 'docs/a.md', 'docs/deep/b.md']],
    ['docs', ['docs/a.md', 'docs/deep/b.md', 'docs/keep.txt']],
    ['/docs', ['docs/a.md', 'docs/deep/b.md', 'docs/keep.txt']],
    ['./docs/', ['docs/a.md', 'docs/deep/b.md', 'docs/keep.txt']],
    ['docs/*', ['docs/a.md', 'docs/deep/b.md', 'docs/keep.txt']],
    ['docs/**', ['docs/a.md', 'docs/deep/b.md', 'docs/keep.txt']],
    ['*/*.md', ['docs/a.md']],
    ['*/*/*.md', ['docs/deep/b.md']],
    ['docs\n!docs/keep.txt', ['docs/a.md', 'docs/deep/b.md']],
    ['!docs/keep.txt\ndocs', ['docs/a.md', 'docs/deep/b.md', 'docs/keep.txt']],
    ['*.md\n!README.md', ['a.md']],
    ['**\n!src/**', PATHS.filter((path) => !path.startsWith('src/'))],
    ['*\n!src', PATHS.filter((path) => !path.startsWith('src/'))],
    ['*\n!src\nsrc/lib', PATHS.filter((path) => path !== 'src/a.js')],
    ['**/node_modules', ['node_modules/m/i.js', 'packages/p/node_modules/m/i.js']],
    ['node_modules', ['node_modules/m/i.js']],
    ['packages/**/i.js', ['packages/p/node_modules/m/i.js', 'packages/p/i.js']],
    ['**/foo', ['foo/bar', 'x/foo']],
    ['**foo', ['foo/bar', 'x/foo']],
    ['foo**', ['foo/bar', 'foobar']],
    ['.*', ['.env']],
    ['#a.md', []],
    [' #a.md', []],
    ['  *.md  ', ['a.md', 'README.md']],
    ['\\#a.md', []],
    ['[a-z].md', ['a.md']],
    ['docs/?.md', ['docs/a.md']],
    ['.', []],
    ['', []],
    ['src/../docs/a.md', ['docs/a.md']],
    ['SRC', []],
  ])('%j', (patterns, expected) => {
    expect(dropped(patterns)).toEqual(expected);
  });

  it('reads lines with a byte order mark, CRLF and blanks after the exclamation mark', () => {
    expect(readDockerignore('\ufeff*.md\r\n! README.md\r\n\r\n# x\r\n')).toEqual(['*.md', '!README.md']);
  });

  it('takes the ignore file of the Dockerfile alone when there is one', () => {
    const both = project('*.md', { 'Dockerfile.dockerignore': 'src\n' });
    expect(ignoreFileFor(both.files)).toBe('Dockerfile.dockerignore');
    expect([...filesSent(both).keys()]).toContain('a.md');
    expect([...filesSent(both).keys()]).not.toContain('src/a.js');
    const other = project('*.md', { 'docker/prod.dockerignore': '' });
    expect(ignoreFileFor(other.files, 'docker/prod')).toBe('docker/prod.dockerignore');
    expect(ignoreFileFor(other.files, 'Dockerfile')).toBe('.dockerignore');
    expect(ignoreFileFor(new Map())).toBeNull();
  });

  it('says which pattern keeps a file out', () => {
    expect(ignoredBy(project('*.txt\ndocs\n'), 'docs/a.md')).toBe('docs');
    expect(ignoredBy(project('docs\n!docs/a.md\n'), 'docs/a.md')).toBeNull();
    expect(ignoredBy(project('*.md\na.*\nb.*\n'), 'a.md')).toBe('a.*');
  });

  it('refuses what cannot be read, in the words of the builder', () => {
    expect(() => filesSent(project('[a'))).toThrow('syntax error in pattern');
    expect(() => filesSent(project('!'))).toThrow('illegal exclusion pattern: "!"');
  });
});
