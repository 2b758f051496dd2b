import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeDifferences, type Difference } from '@/checker/compose/differences';
import { loadProject } from '@/checker/compose/project';
import { readCompose } from '@/checker/compose/read';
import type { Files } from './library';

/*
 * The ready-to-use examples, read from their folders at build time and in tests. Never for the browser.
 */

const root = join(process.cwd(), 'examples');

/** A row of the table in `examples/README.md`, which is the one place that says what an example is. */
export interface Example {
  /** Name of its folder. */
  name: string;
  /** Heading of its README. */
  title: string;
  what: string;
  base: string;
  /** Number of the user that its container runs as. */
  user: string;
  shows: string;
}

/** In the order of the table. */
export function examples(): Example[] {
  const rows = readFileSync(join(root, 'README.md'), 'utf8').matchAll(
    /^\| \[([\w-]+)\]\([\w-]+\) \| (.+?) \| `(.+?)` \| (\d+) \| (.+?) \|$/gm,
  );
  return [...rows].map(([, name = '', what = '', base = '', user = '', shows = '']) => {
    const title = /^# (.+)$/m.exec(readFileSync(join(root, name, 'README.md'), 'utf8'))?.[1] ?? name;
    return { name, title, what, base, user, shows };
  });
}

/** @throws when there is no such example. */
export function example(name: string): Example {
  const found = examples().find((each) => each.name === name);
  if (!found) throw new Error(`No example "${name}" in examples/README.md`);
  return found;
}

/** What a reader opens first; the rest follows by name. */
const first = [
  'README.md',
  'Dockerfile',
  '.dockerignore',
  'compose.dev.yaml',
  'compose.prod.yaml',
  'kubernetes.yaml',
];

/** What is made on somebody's machine and belongs to nobody's copy. */
const made = new Set([
  'node_modules',
  '.next',
  '__pycache__',
  '.venv',
  'venv',
  'out',
  'dist',
  'build',
  'secrets',
  '.env',
  'tsconfig.tsbuildinfo',
  'next-env.d.ts',
  '.pytest_cache',
]);

/** The files of an example by path. */
export function exampleFiles(name: string): Files {
  const rank = (path: string) => (first.includes(path) ? first.indexOf(path) : first.length);
  const paths = filesBelow(join(root, name)).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, name, path), 'utf8')]));
}

function filesBelow(home: string, prefix = ''): string[] {
  return readdirSync(home, { withFileTypes: true }).flatMap((entry) => {
    if (made.has(entry.name)) return [];
    const path = prefix + entry.name;
    return entry.isDirectory() ? filesBelow(join(home, entry.name), `${path}/`) : [path];
  });
}

/** In what the example's two Compose files differ, worked out by the checker: development left, production right. */
export function exampleDifferences(name: string): Difference[] {
  const project = (file: string) => {
    const loaded = loadProject([readCompose(readFileSync(join(root, name, file), 'utf8'), file)]).project;
    if (!loaded) throw new Error(`examples/${name}/${file} is empty`);
    return loaded;
  };
  return composeDifferences(project('compose.dev.yaml'), project('compose.prod.yaml'));
}
