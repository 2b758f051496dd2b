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

test('nothing is kept of a file that was not touched', () => {
  expect(draftToKeep({ ...starter }, starter)).toBeNull();
});
