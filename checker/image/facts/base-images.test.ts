import { expect, test } from 'vitest';
import { sizedBases } from './base-images.ts';
import { baseImage } from './lookup.ts';

test('every base that is offered is known, with the size that is said of it', () => {
  const bases = sizedBases();
  expect(bases.length).toBeGreaterThan(20);
  for (const { reference, megabytes } of bases) {
    expect(baseImage(reference)?.bytes, reference).toBe(Math.round(megabytes * 1e6));
  }
});
