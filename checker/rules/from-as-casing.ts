import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const fromAsCasingPage: RulePage = {
  title: 'Write AS in the case of its FROM',
  why: 'FROM and AS are two halves of one instruction; in different cases they are easy to misread.',
  sources: [buildCheckPage('from-as-casing')],
};

export const fromAsCasing = buildkitRule(
  'FromAsCasing',
  {
    name: 'from-as-casing',
    severity: 'info',
    set: 'default',
  },
  ({ subject, instruction, range }, { dockerfile }) => {
    const upper = instruction?.keyword.text === instruction?.keyword.text.toUpperCase();
    const text = upper ? 'AS' : 'as';
    return {
      message: `${subject} is in another case than ${instruction?.keyword.text}. Write ${text}.`,
      fix: { title: `Write ${text}`, edits: [{ file: dockerfile.path, range, text }] },
    };
  },
);
