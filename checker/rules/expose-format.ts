import { buildkitRule } from './buildkit.ts';

export const exposeFormat = buildkitRule(
  'ExposeInvalidFormat',
  {
    name: 'expose-format',
    severity: 'warning',
    title: 'Give EXPOSE the container port alone',
    why: 'EXPOSE documents a port of the container; it publishes nothing. An address or a host port in it is ignored, and belongs to `docker run -p` or to Compose.',
    page: 'expose-invalid-format',
    set: 'default',
  },
  ({ subject }) => ({
    message: `Docker ignores the address or host port in ${subject}. Write ${subject.split(':').at(-1)} and publish it with docker run -p.`,
  }),
);
