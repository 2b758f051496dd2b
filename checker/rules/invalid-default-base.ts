import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const invalidDefaultBasePage: RulePage = {
  title: 'Make FROM work without build arguments',
  why: 'With the defaults alone this base has no valid name, so a plain `docker build` fails; so do editors and scanners, which know no build arguments.',
  sources: [buildCheckPage('invalid-default-arg-in-from')],
};

export const invalidDefaultBase = buildkitRule(
  'InvalidDefaultArgInFrom',
  {
    name: 'invalid-default-base',
    severity: 'warning',
    set: 'default',
  },
  ({ subject }) => ({
    message: subject.includes('$')
      ? `Without build arguments ${subject} names no image. Give the argument a default: ARG NAME=value.`
      : `${subject} cannot be the name of an image. Write registry/name:tag in lower case.`,
  }),
);
