import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rebuildView } from '@/checker/image/view.ts';
import { check } from '@/checker/index.ts';
import { course } from './course';
import { lab, labIds, labProject } from './labs';

describe.each(labIds())('lab %s', (id) => {
  const { promise, ...read } = lab(id);
  const project = labProject(read);

  test('it has a title, and what may be edited is there', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(read.title).toMatch(/./);
    for (const path of read.editable) expect(Object.keys(read.files)).toContain(path);
  });

  test('its build ends as it says', () => {
    const { refusal } = check(project);
    const words = refusal?.message ?? rebuildView(project, null).first.findLast(isFailure)?.text ?? null;
    if (promise.fails === null) expect(words).toBeNull();
    else expect(words).toContain(promise.fails);
  });

  test('it has the faults that it says, and no other', () => {
    const { diagnostics, failures } = check(project);
    expect(failures).toEqual([]);
    const found = diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    expect([...new Set(found)].sort()).toEqual([...promise.breaks].sort());
  });
});

test.each(course)('lesson %s shows only labs that exist', (slug) => {
  const source = readFileSync(join('content/lessons', `${slug}.mdx`), 'utf8');
  for (const [, id] of source.matchAll(/<BuildLab\s[^>]*?\bid="([^"]+)"/g)) expect(labIds()).toContain(id);
});

const isFailure = ({ text }: { text: string }) => text.startsWith('ERROR:');
