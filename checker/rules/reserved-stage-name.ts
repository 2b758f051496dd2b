import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const reservedStageNamePage: RulePage = {
  title: 'Call no stage scratch or context',
  why: '`scratch` is the empty image and `context` the build context. A stage of that name hides them from readers, and from some tools.',
  sources: [buildCheckPage('reserved-stage-name')],
};

export const reservedStageName = buildkitRule(
  'ReservedStageName',
  {
    name: 'reserved-stage-name',
    severity: 'warning',
    refs: ['hadolint:DL3063'],
    set: 'default',
  },
  ({ subject }) => ({
    message: `${subject} already means something else to Docker. Give the stage a name of its own.`,
  }),
);
