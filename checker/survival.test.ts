import { describe, expect, it } from 'vitest';
import { corpus } from './testing/corpus.ts';
import { hostileInputs, mutate, noise } from './testing/mutate.ts';
import { Random } from './testing/random.ts';
import { broken } from './testing/survive.ts';

describe('the checker survives any text', async () => {
  const texts = await corpus();

  it('files with random changes (npm run fuzz goes on for longer)', () => {
    const random = new Random(20261123);
    for (let count = 0; count < 3000; count++) {
      const text = mutate(random.pick(texts), random.pick(texts), random);
      expect(broken(text), JSON.stringify(text)).toBeNull();
    }
  });

  it('noise', () => {
    const random = new Random(7);
    for (let count = 0; count < 1000; count++) {
      const text = noise(random);
      expect(broken(text), JSON.stringify(text)).toBeNull();
    }
  });

  it.each(hostileInputs(20_000))('$about', ({ text }) => {
    expect(broken(text)).toBeNull();
  });
});
