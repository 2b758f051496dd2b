import { describe, expect, it } from 'vitest';
import { linkOptions, openingOf, optionParameters, usualOptions, withoutFiles } from './address';
import { exerciseFragment } from './exercise-fragment';
import { sharedFiles } from './share-link';

const starter = { Dockerfile: 'FROM a\n', 'compose.yaml': 'services: {}\n' };
const draft = { ...starter, Dockerfile: 'FROM mine\n' };
const theirs = { ...starter, Dockerfile: 'FROM theirs\n' };

describe('the files that an exercise opens with', () => {
  it('are the own ones when the link carries none', () => {
    expect(openingOf({ is: 'none' }, draft, starter)).toEqual({ is: 'own' });
  });

  it('are those of the link when there is no draft', () => {
    expect(openingOf({ is: 'files', files: theirs }, starter, starter)).toEqual({
      is: 'shared',
      files: theirs,
    });
  });

  it('are asked for when there is a draft', () => {
    expect(openingOf({ is: 'files', files: theirs }, draft, starter)).toEqual({
      is: 'choice',
      files: theirs,
    });
  });

  it('are asked for too when the link carries the starter and the learner has gone on', () => {
    expect(openingOf({ is: 'files', files: starter }, draft, starter)).toMatchObject({ is: 'choice' });
  });

  it('are the own ones when both are the same', () => {
    expect(openingOf({ is: 'files', files: draft }, draft, starter)).toEqual({ is: 'own' });
  });

  it('stay the own ones when the link is damaged', () => {
    expect(openingOf({ is: 'refused', why: 'Because.' }, draft, starter)).toMatchObject({ is: 'refused' });
  });

  it('are only those that the exercise still has', () => {
    const old = { Dockerfile: 'FROM theirs\n', 'gone.yaml': '' };
    expect(openingOf({ is: 'files', files: old }, starter, starter)).toEqual({ is: 'shared', files: theirs });
  });
});

describe('the options of a link', () => {
  it('are read as they were written', () => {
    for (const hints of [0, 1, 7, 'none'] as const)
      for (const solution of ['offered', 'hidden'] as const) {
        const fragment = `#${optionParameters({ hints, solution }).join('&')}`;
        expect(linkOptions(fragment)).toEqual({ hints, solution });
      }
  });

  it('are as usual where they make no sense', () => {
    for (const fragment of ['', '#', '#heading', '#hints=-1&solution=yes', '#hints=1e9', '#hints=%ZZ'])
      expect(linkOptions(fragment)).toEqual(usualOptions);
  });

  it('stand beside the files, and stay when these are taken out', () => {
    const fragment = exerciseFragment(draft, starter, { hints: 2, solution: 'hidden' }) ?? '';
    expect(fragment).toMatch(/^#hints=2&solution=hidden&files=1\./);
    expect(linkOptions(fragment)).toEqual({ hints: 2, solution: 'hidden' });
    expect(sharedFiles(fragment, [starter])).toEqual({ is: 'files', files: draft });
    expect(withoutFiles(fragment)).toBe('#hints=2&solution=hidden');
  });

  it('leave a plain address where there is nothing to say', () => {
    expect(exerciseFragment(starter, starter, usualOptions)).toBe('');
    expect(exerciseFragment(null, starter, usualOptions)).toBe('');
    expect(withoutFiles(exerciseFragment(draft, starter, usualOptions) ?? '')).toBe('');
  });
});
