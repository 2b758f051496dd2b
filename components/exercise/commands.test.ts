import { expect, test } from 'vitest';
import { exerciseCommands, type Surface } from './commands';
import type { Before } from './useDraft';
import type { Work } from './useWork';

const starter = { Dockerfile: 'FROM a', 'compose.yaml': 'services: {}' };

/** The work on an exercise of two files, as far as its commands look at it. */
function work(files: Record<string, string>, changes: Partial<Work> = {}) {
  const put: [files: Record<string, string>, done: string][] = [];
  const all = {
    data: { id: 'x', editable: Object.keys(starter), starter, goals: [] },
    draft: { files, before: null as Before | null, put: (...given: (typeof put)[number]) => put.push(given) },
    link: { preview: null },
    opened: { path: 'Dockerfile', paths: Object.keys(starter) },
    solutions: [],
    nextHint: null,
    verdict: null,
    comparing: false,
    editor: null,
    ...changes,
  } as unknown as Work;
  return { all, put };
}

const surface = { full: false, status: { is: 'plain', why: 'touch' } } as unknown as Surface;
const named = (of: Work, id: string) => exerciseCommands(of, surface).find((command) => command.id === id);

test('one file is started over, the others stay', () => {
  const { all, put } = work({ Dockerfile: 'FROM mine', 'compose.yaml': '# mine' });
  named(all, 'reset-file')?.run();
  named(all, 'reset')?.run();
  expect(put).toEqual([
    [{ Dockerfile: 'FROM a', 'compose.yaml': '# mine' }, 'Started Dockerfile over'],
    [starter, 'Started over'],
  ]);
});

test('what was not changed cannot be started over', () => {
  expect(named(work({ ...starter, 'compose.yaml': '# mine' }).all, 'reset-file')).toBeUndefined();
  expect(named(work(starter).all, 'reset')).toBeUndefined();
});

test('files of a link that are only looked at are not changed by any command', () => {
  const { all } = work({ Dockerfile: 'FROM mine', 'compose.yaml': '# mine' }, {
    link: { preview: starter },
  } as unknown as Partial<Work>);
  for (const id of ['reset', 'reset-file', 'fix-all', 'undo-put']) expect(named(all, id)).toBeUndefined();
});

test('no two commands share an id or a key', () => {
  const commands = exerciseCommands(work({ Dockerfile: 'x', 'compose.yaml': 'y' }).all, surface);
  const keys = commands.flatMap(({ keys }) => (keys ? [keys] : []));
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  expect(new Set(keys).size).toBe(keys.length);
});
