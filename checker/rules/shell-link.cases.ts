import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN ln -sf /bin/bash /bin/sh\n', lines: [2] },
    {
      about: 'after removing it',
      dockerfile: 'FROM debian:13\nRUN rm /bin/sh && ln -s bash /bin/sh\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN source ./env\n' },
    {
      about: 'another link',
      dockerfile: 'FROM debian:13\nRUN ln -s /usr/bin/python3 /usr/bin/python && ls /bin/sh\n',
    },
  ],
};
