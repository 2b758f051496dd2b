import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM alpine:3.22\nADD https://example.com/tool.tar.gz /tmp/\n', lines: [2] },
    {
      about: 'a repository',
      dockerfile: 'FROM alpine:3.22\nADD https://github.com/example/tool.git#v1 /src\n',
      lines: [2],
    },
  ],
  good: [
    {
      dockerfile:
        'FROM alpine:3.22\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool.tar.gz /tmp/\n',
    },
    { about: 'a local archive', dockerfile: 'FROM alpine:3.22\nADD tool.tar.gz /tmp/\n' },
  ],
};
