import { buildCheckPage, buildkitRule } from './buildkit.ts';
import { writeInstead } from './edits.ts';
import type { RulePage } from './rule.ts';

export const stageNameCasingPage: RulePage = {
  title: 'Write stage names in lower case',
  why: 'BuildKit keeps stage names in lower case. A name that is written otherwise reads as if case mattered, and no longer matches in FROM.',
  sources: [buildCheckPage('stage-name-casing')],
};

export const stageNameCasing = buildkitRule(
  'StageNameCasing',
  {
    name: 'stage-name-casing',
    severity: 'info',
    set: 'default',
  },
  ({ subject, range }, { dockerfile }) => ({
    message: `BuildKit knows this stage as ${subject.toLowerCase()}. Write it so, here and where it is used.`,
    fix: writeInstead(dockerfile, range, subject, subject.toLowerCase()),
  }),
);
