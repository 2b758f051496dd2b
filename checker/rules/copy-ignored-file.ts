import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const copyIgnoredFilePage: RulePage = {
  title: 'Copy only what .dockerignore lets through',
  why: 'What .dockerignore excludes is never sent to the builder, so COPY cannot find it and the build stops.',
  sources: [buildCheckPage('copy-ignored-file')],
};

export const copyIgnoredFile = buildkitRule(
  'CopyIgnoredFile',
  {
    name: 'copy-ignored-file',
    severity: 'error',
    set: 'default',
  },
  ({ subject }) => ({
    message: `.dockerignore keeps ${subject} out of the build, so there is nothing to copy. Take it out of .dockerignore, or copy something else.`,
    // The root of the context is always there, only empty.
    ...(subject === '.' ? { severity: 'warning' } : {}),
  }),
);
