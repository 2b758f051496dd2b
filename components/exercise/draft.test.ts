import { expect, test } from 'vitest';
import { draftToKeep, resumeDraft } from './draft';

const starter = { Dockerfile: 'FROM a', 'compose.yaml': 'services: {}' };

test('a draft goes on where it was left', () => {
  const mine = { ...starter, Dockerfile: 'FROM b' };
  expect(resumeDraft(draftToKeep(mine, starter), starter)).toEqual(mine);
});

test('a damaged draft gives the starter', () => {
  for (const kept of [null, 7, 'x', {}, { files: null }, { files: { Dockerfile: 3 } }]) {
    expect(resumeDraft(kept, starter)).toEqual(starter);
  }
});

test('a draft outlives files that the exercise gained or lost', () => {
  const kept = { version: 1, files: { Dockerfile: 'FROM mine', 'old.yaml': 'x' } };
  expect(resumeDraft(kept, starter)).toEqual({ ...starter, Dockerfile: 'FROM mine' });
});

test('a draft of version 1, which held every file, is read, and what was not touched follows the starter', () => {
  const old = { Dockerfile: 'FROM a', 'compose.yaml': 'services: {old: {}}' };
  const kept = { version: 1, files: { ...old, Dockerfile: 'FROM mine' } };
  expect(resumeDraft(kept, starter)).toEqual(kept.files);
  expect(resumeDraft(kept, starter, [old])).toEqual({ ...starter, Dockerfile: 'FROM mine' });
});

test('only what differs from the starter is kept', () => {
  expect(draftToKeep({ ...starter, Dockerfile: 'FROM b' }, starter)).toEqual({
    version: 2,
    files: { Dockerfile: 'FROM b' },
  });
});

test('a draft of a version that is not known yet is left alone', () => {
  expect(resumeDraft({ version: 3, files: { Dockerfile: 'FROM b' } }, starter)).toEqual(starter);
});

test('nothing is kept of a file that was not touched', () => {
  expect(draftToKeep({ ...starter }, starter)).toBeNull();
});
