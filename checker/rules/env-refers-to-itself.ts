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
      if (pairs.length > 1) {
        for (const [at, { value }] of pairs.entries()) {
          const used = references(value.text);
          const other = pairs.find(
            ({ key }, index) => index !== at && used.has(key.text) && !defined.has(key.text),
          );
          if (!other) continue;
          yield {
            range: rangeOf(instruction, value),
            message: `${other.key.text} is set by this same ENV, so here it still has its old value or none. Set it in an ENV of its own before this one.`,
          };
          break;
        }
      }
      for (const { key } of pairs) defined.add(key.text);
    }
  },
};
