import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile: 'FROM debian:13\nCOPY app.tar.gz /tmp/\nRUN tar -xzf /tmp/app.tar.gz -C /srv\n',
      lines: [2],
    },
    {
      about: 'under another name, flags without a dash',
      dockerfile:
        'FROM debian:13\nCOPY build/out.tgz /tmp/app.tgz\nRUN cd /srv && tar xf /tmp/app.tgz && rm /tmp/app.tgz\n',
      lines: [2],
    },
    {
      about: 'a single compressed file, which ADD would not unpack',
      dockerfile: 'FROM debian:13\nCOPY data.sql.gz /tmp/\nRUN gunzip /tmp/data.sql.gz\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nADD app.tar.gz /srv/\n' },
    {
      about: 'the archive is what is wanted',
      dockerfile: 'FROM debian:13\nCOPY app.tar.gz /srv/\nRUN tar -tzf /srv/app.tar.gz\n',
    },
    {
      about: 'ADD does not unpack what another stage made',
      dockerfile: 'FROM debian:13\nCOPY --from=0 /app.tar.gz /tmp/\nRUN tar -xzf /tmp/app.tar.gz\n',
    },
  ],
};
