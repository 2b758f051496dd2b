import { buildkitRule } from './buildkit.ts';

export const copyIgnoredFile = buildkitRule(
  'CopyIgnoredFile',
  {
    name: 'copy-ignored-file',
    severity: 'error',
    title: 'Copy only what .dockerignore lets through',
    why: 'What .dockerignore excludes is never sent to the builder, so COPY cannot find it and the build stops.',
    page: 'copy-ignored-file',
    set: 'default',
  },
  ({ subject }) => ({
    message: `.dockerignore keeps ${subject} out of the build, so there is nothing to copy. Take it out of .dockerignore, or copy something else.`,
    // The root of the context is always there, only empty.
    ...(subject === '.' ? { severity: 'warning' } : {}),
  }),
);
