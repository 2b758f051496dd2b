import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const exposeFormatPage: RulePage = {
  title: 'Give EXPOSE the container port alone',
  why: 'EXPOSE documents a port of the container; it publishes nothing. An address or a host port in it is ignored, and belongs to `docker run -p` or to Compose.',
  sources: [buildCheckPage('expose-invalid-format')],
};

export const exposeFormat = buildkitRule(
  'ExposeInvalidFormat',
  {
    name: 'expose-format',
    severity: 'warning',
    set: 'default',
  },
  ({ subject }) => ({
    message: `Docker ignores the address or host port in ${subject}. Write ${subject.split(':').at(-1)} and publish it with docker run -p.`,
  }),
);
