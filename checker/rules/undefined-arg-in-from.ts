import { buildCheckPage, buildkitRule } from './buildkit.ts';
import { writeInstead } from './edits.ts';
import type { RulePage } from './rule.ts';

export const undefinedArgInFromPage: RulePage = {
  title: 'Declare every argument that FROM uses',
  why: 'FROM sees only the ARGs before the first FROM and the platform arguments. A name that is none of them, often a typing error, is replaced by nothing.',
  sources: [buildCheckPage('undefined-arg-in-from')],
};

export const undefinedArgInFrom = buildkitRule(
  'UndefinedArgInFrom',
  {
    name: 'undefined-arg-in-from',
    severity: 'warning',
    set: 'default',
  },
  ({ subject, detail, range }, { dockerfile }) => {
    const meant = suggestion(detail);
    const guess = meant === null ? '' : ` (did you mean ${meant}?)`;
    return {
      message: `${subject} is not declared before the first FROM, so it is empty here${guess}. Add ARG ${subject}=... at the top.`,
      fix: meant === null ? undefined : writeInstead(dockerfile, range, subject, meant),
    };
  },
);

/** BuildKit's own guess at what was meant. */
function suggestion(detail: string): string | null {
  return /\(did you mean (.+)\?\)$/.exec(detail)?.[1] ?? null;
}
