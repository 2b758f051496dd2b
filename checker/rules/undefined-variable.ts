import { buildkitConversion } from './buildkit.ts';
import { writeInstead } from './edits.ts';
import { selfReferences } from './env-refers-to-itself.ts';
import type { Rule, RulePage } from './rule.ts';

export const undefinedVariablePage: RulePage = {
  title: 'Use only variables that are set',
  why: 'A variable that neither ARG nor ENV has set before is replaced by nothing, and the build goes on with half a path. ARG and ENV hold from their line on, in their stage.',
  sources: ['https://docs.docker.com/reference/build-checks/undefined-var/'],
};

export const undefinedVariable: Rule = {
  name: 'undefined-variable',
  severity: 'warning',
  refs: ['buildkit:UndefinedVar'],
  set: 'default',
  *check(context) {
    const ofItself = selfReferences(context.dockerfile);
    for (const { check, instruction, subject, detail, range } of buildkitConversion(context).warnings) {
      if (check !== 'UndefinedVar') continue;
      // That its own ENV sets it is the better explanation, and env-refers-to-itself gives it.
      if (ofItself.some((other) => other.instruction === instruction && other.name === subject)) continue;
      const meant = /\(did you mean (.+)\?\)$/.exec(detail)?.[1];
      const guess = meant ? ` Did you mean ${meant}?` : ' Set it before this line with ARG or ENV.';
      yield {
        range,
        message: `$${subject} is not set at this point and becomes empty.${guess}`,
        fix: meant?.startsWith('$')
          ? writeInstead(context.dockerfile, range, subject, meant.slice(1), `Write ${meant}`)
          : undefined,
      };
    }
  },
};
