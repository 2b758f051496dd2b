import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import type { ContextEntry, Project } from '../types.ts';
import { checkCompose } from './check.ts';

const root = new URL('../../examples', import.meta.url).pathname;

function filesBelow(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    if (name === 'node_modules') return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const examples = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());
const composeFiles = examples.flatMap((name) =>
  readdirSync(join(root, name))
    .filter((file) => /^(docker-)?compose.*\.ya?ml$/.test(file))
    .map((file) => [name, file] as const),
);

it.each(composeFiles)('%s/%s is clean by every rule', (name, file) => {
  const directory = join(root, name);
  const files = new Map<string, ContextEntry>(
    filesBelow(directory).map((path) => [
      relative(directory, path),
      { kind: 'file', content: readFileSync(path) },
    ]),
  );
  const project: Project = { files, contextKnown: true, compose: [file] };
  const report = checkCompose(project, { all: true });
  expect(report?.refused).toBeNull();
  expect(
    report?.diagnostics.map(({ rule, range, message }) => `${rule} line ${range.startLine}: ${message}`),
  ).toEqual([]);
});
