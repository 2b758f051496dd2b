import { describe, expect, it } from 'vitest';
import { exercise, exerciseIds } from '@/content/library';
import { LONGEST_LINK, sharedFiles, shareFragment } from './share-link';

const STARTER = {
  Dockerfile: 'FROM python:3.12\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n',
};
const CHANGED = { Dockerfile: STARTER.Dockerfile.replace('3.12', '3.12-slim') };

describe('a link carries a learner’s files', () => {
  it('there and back', () => {
    const fragment = shareFragment(CHANGED, STARTER) ?? '';
    expect(sharedFiles(fragment, [STARTER])).toEqual({ is: 'files', files: CHANGED });
  });

  it('in few characters for a small edit', () => {
    expect(shareFragment(CHANGED, STARTER)?.length).toBeLessThan(100);
  });

  it('in any language', () => {
    const files = { Dockerfile: '# Größe: 中文 😀\nFROM a\n', 'compose.yaml': 'services: {}\n' };
    const fragment = shareFragment(files, STARTER) ?? '';
    expect(fragment).toMatch(/^#[\w=.-]+$/);
    expect(sharedFiles(fragment, [STARTER])).toEqual({ is: 'files', files });
  });

  it('still opens after the exercise changed, while the old starter is known', () => {
    const fragment = shareFragment(CHANGED, STARTER) ?? '';
    const now = { Dockerfile: 'FROM python:3.14\n' };
    expect(sharedFiles(fragment, [now, STARTER])).toEqual({ is: 'files', files: CHANGED });
    expect(sharedFiles(fragment, [now])).toMatchObject({
      is: 'refused',
      why: expect.stringMatching(/another exercise/),
    });
  });

  it('is nothing where there is none', () => {
    expect(sharedFiles('', [STARTER])).toEqual({ is: 'none' });
    expect(sharedFiles('#the-four-principles', [STARTER])).toEqual({ is: 'none' });
  });

  it('is refused with a reason when it is damaged anywhere', () => {
    const fragment = shareFragment(CHANGED, STARTER) ?? '';
    for (let at = '#files='.length; at < fragment.length; at++) {
      for (const char of ['A', '.', '-', '%']) {
        if (fragment[at] === char) continue;
        const damaged = fragment.slice(0, at) + char + fragment.slice(at + 1);
        // Bits that base64 does not use may change without harm; other files never come out.
        const shared = sharedFiles(damaged, [STARTER]);
        if (shared.is !== 'refused') expect(shared, damaged).toEqual({ is: 'files', files: CHANGED });
      }
      expect(sharedFiles(fragment.slice(0, at), [STARTER])).toMatchObject({ is: 'refused' });
    }
  });

  it('is refused when it is too large, and not made then', () => {
    let noise = '';
    for (let seed = 1; noise.length < 20_000; seed = (seed * 48_271) % 2_147_483_647)
      noise += seed.toString(36);
    expect(shareFragment({ Dockerfile: noise }, STARTER)).toBeNull();
    expect(sharedFiles(`#files=1.${'a'.repeat(LONGEST_LINK)}`, [STARTER])).toMatchObject({
      is: 'refused',
      why: expect.stringMatching(/longer/),
    });
  });

  it.each(exerciseIds())('round-trips every solution of %s', (id) => {
    const { starter, solutions } = exercise(id);
    for (const { files } of solutions) {
      const mine = { ...starter, ...files };
      expect(sharedFiles(shareFragment(mine, starter) ?? '', [starter])).toEqual({
        is: 'files',
        files: mine,
      });
    }
  });
});
