import { buildkitRule } from './buildkit.ts';

export const undefinedVariable = buildkitRule(
  'UndefinedVar',
  {
    name: 'undefined-variable',
    severity: 'warning',
    title: 'Use only variables that are set',
    why: 'A variable that neither ARG nor ENV has set before is replaced by nothing, and the build goes on with half a path. ARG and ENV hold from their line on, in their stage.',
    page: 'undefined-var',
    set: 'default',
  },
  ({ subject, detail }) => {
    const meant = /\(did you mean (.+)\?\)$/.exec(detail)?.[1];
    const guess = meant ? ` Did you mean ${meant}?` : ` Set it before this line with ARG or ENV.`;
    return { message: `$${subject} is not set at this point and becomes empty.${guess}` };
  },
);
