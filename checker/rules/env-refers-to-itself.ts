import { ExpandError, expandWord } from '../dockerfile/expand.ts';
import { placed, rangeOf } from './place.ts';
import type { Rule } from './rule.ts';

export const envRefersToItself: Rule = {
  name: 'env-refers-to-itself',
  severity: 'warning',
  title: 'Do not use a variable in the ENV that sets it',
  why: 'All values of one ENV are worked out before any is set. A reference to a variable of the same instruction gives its old value, usually nothing.',
  refs: ['hadolint:DL3044'],
  sources: ['https://docs.docker.com/reference/dockerfile/#environment-replacement'],
  set: 'default',
  *check({ dockerfile }) {
    const defined = new Set<string>();
    const references = (text: string): Set<string> => {
      try {
        return expandWord(text, dockerfile.escape, () => undefined).unmatched;
      } catch (error) {
        if (error instanceof ExpandError) return new Set();
        throw error;
      }
    };
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name === 'arg') for (const { key } of instruction.args) defined.add(key.text);
      if (instruction.name !== 'env') continue;
      const { pairs } = instruction;
      const places = new Map<string, number[]>();
      for (const [at, { key }] of pairs.entries()) {
        const known = places.get(key.text);
        if (known) known.push(at);
        else places.set(key.text, [at]);
      }
      for (const [at, { value }] of pairs.entries()) {
        if (pairs.length === 1) break;
        const other = [...references(value.text)].find(
          (name) => !defined.has(name) && places.get(name)?.some((place) => place !== at),
        );
        if (other === undefined) continue;
        yield {
          range: rangeOf(instruction, value),
          message: `${other} is set by this same ENV, so here it still has its old value or none. Set it in an ENV of its own before this one.`,
        };
        break;
      }
      for (const { key } of pairs) defined.add(key.text);
    }
  },
};
