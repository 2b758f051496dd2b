import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ContextEntry, Project } from '../../types.ts';
import { predict } from './predict.ts';

const EXAMPLES = new URL('../../../examples/', import.meta.url);

function projectOf(folder: string): Project {
  const root = new URL(`${folder}/`, EXAMPLES);
  const files = new Map<string, ContextEntry>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    files.set(path.slice(root.pathname.length).replace(/^\//, ''), {
      kind: 'file',
      content: readFileSync(path, 'utf8'),
    });
  }
  return { files, contextKnown: true, dockerfile: 'Dockerfile' };
}

describe('an example project builds, and builds again from the cache alone', () => {
  const folders = readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => projectOf(name).files.has('Dockerfile'));

  it('there are some', () => {
    expect(folders.length).toBeGreaterThan(0);
  });

  it.each(folders)('%s', (folder) => {
    const project = projectOf(folder);
    const { first, second } = predict(project, project);
    expect([first.error, second.error]).toEqual([null, null]);
    expect(second.steps.filter(({ cached }) => !cached)).toEqual([]);
    expect(second.steps.map(({ name }) => name)).toEqual(first.steps.map(({ name }) => name));
  });
});
