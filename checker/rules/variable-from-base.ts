import { buildCheckPage, buildkitConversion } from './buildkit.ts';
import { rangeOf } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const variableFromBasePage: RulePage = {
  title: 'Set the variables that the file uses',
  why: 'A variable that only the base image may have set is empty when it has not, and changes when the image does. BuildKit asks the image and warns where it finds nothing; here the image is not known.',
  sources: [buildCheckPage('undefined-var')],
};

export const variableFromBase: Rule = {
  name: 'variable-from-base',
  severity: 'info',
  refs: ['buildkit:UndefinedVar'],
  set: 'all',
  *check(context) {
    for (const { instruction, name, range } of buildkitConversion(context).fromBase) {
      yield {
        range: rangeOf(instruction, { text: name, range }),
        message: `Nothing in this file sets $${name} before this line: it has a value only if the base image sets it. If it does not, set it with ENV or ARG.`,
      };
    }
  },
};
