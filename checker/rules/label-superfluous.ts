import { placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const labelSuperfluousPage: RulePage = {
  title: 'Set no labels beyond your schema',
  why: 'With strict labels a key outside the schema is more likely a typing error than a new label, and nothing will ever look it up.',
};

export const labelSuperfluous: Rule = {
  name: 'label-superfluous',
  severity: 'info',
  refs: ['hadolint:DL3050'],
  set: 'configured',
  *check({ dockerfile, config }) {
    if (!config.strictLabels) return;
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'label') continue;
      const extra = instruction.pairs.find(
        ({ key }) => !Object.hasOwn(config.labelSchema, unquote(key.text)),
      );
      if (!extra) continue;
      yield {
        range: rangeOf(instruction, extra.key),
        message: `The label ${unquote(extra.key.text)} is not in the schema, so nothing looks it up. Correct its key, or add it to the schema.`,
      };
    }
  },
};
