import { describe, expect, test } from 'vitest';
import { minutesLeft, nextAfter, progressOf, resumeAt } from './progress';
import { progressFile, readProgressFile } from './progress-file';

const outline = {
  lessons: [
    { slug: 'images', title: 'Images', minutes: 10, exercises: [{ id: 'one', title: 'One', minutes: 5 }] },
    { slug: 'compose', title: 'Compose', minutes: 20, exercises: [] },
  ],
};
const entries = {
  'guide:result:one': { version: 1, solvedAt: '2026-01-01' },
  'guide:read:images': { version: 1 },
  'guide:last': { version: 1, path: '/lessons/images/', title: 'Images' },
};

describe('progress', () => {
  test('counts the time of what is not done', () => {
    expect(minutesLeft(outline, progressOf({}))).toBe(35);
    expect(minutesLeft(outline, progressOf(entries))).toBe(20);
  });

  test('goes on at the page that was left, or after it when that is done', () => {
    expect(resumeAt(outline, progressOf({}))).toBeNull();
    expect(resumeAt(outline, progressOf({ 'guide:last': entries['guide:last'] }))?.path).toBe(
      '/lessons/images/',
    );
    expect(resumeAt(outline, progressOf(entries))?.path).toBe('/lessons/compose/');
  });

  test('leads on from an exercise to what follows in the course', () => {
    expect(nextAfter('one', outline)).toEqual({ path: '/lessons/compose/', title: 'Compose' });
    expect(nextAfter('unknown', outline)).toBeNull();
  });

  test('goes nowhere outside the guide, whatever is kept', () => {
    const last = { path: '//elsewhere.example/', title: 'x' };
    expect(progressOf({ 'guide:last': last }).last).toBeNull();
  });

  test('counts a draft as begun until it is solved', () => {
    const draft = { 'guide:draft:one': { version: 1, files: {} } };
    expect([...progressOf(draft).begun]).toEqual(['one']);
    expect([...progressOf({ ...draft, ...entries }).begun]).toEqual([]);
  });

  test('counts damaged entries for nothing', () => {
    expect(progressOf({ 'guide:result:one': null, 'guide:read:images': 7 }).solved.size).toBe(0);
  });
});

describe('a progress file', () => {
  test('brings back what was saved, and nothing that is not progress', () => {
    const text = progressFile({ ...entries, 'guide:editor': {} }, new Date(0));
    expect(readProgressFile(text)).toEqual({ is: 'progress', entries });
  });

  test.each([
    ['{', /not JSON/],
    ['[]', /not a progress file/],
    ['{"format":"cloud-native-containers-guide/progress","version":9}', /newer version/],
    ['{"format":"cloud-native-containers-guide/progress","version":1}', /part of it is missing/],
  ])('is refused with a reason: %s', (text, why) => {
    expect(readProgressFile(text)).toMatchObject({ is: 'refused', why: expect.stringMatching(why) });
  });
});
