import { buildCheckPage, buildkitRule } from './buildkit.ts';
import { writeInstead } from './edits.ts';
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
  ({ subject, range }, { dockerfile }) => {
    const port = subject.slice(subject.lastIndexOf(':') + 1);
    return {
      message: `Docker ignores the address or host port in ${subject}. Write ${port} and publish it with docker run -p.`,
      fix: writeInstead(dockerfile, range, subject, port),
    };
  },
);
