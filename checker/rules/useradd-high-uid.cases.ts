import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN useradd -u 1234567 app\n', lines: [2] },
    { about: 'written out', dockerfile: 'FROM debian:13\nRUN useradd --uid=100000 app\n', lines: [2] },
    { about: 'in a bundle', dockerfile: 'FROM debian:13\nRUN useradd -mu 123456 app\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nRUN useradd -l -u 1234567 app\n' },
    { about: 'an ordinary id', dockerfile: 'FROM debian:13\nRUN useradd -u 10001 app\n' },
    { about: 'written out', dockerfile: 'FROM debian:13\nRUN useradd --no-log-init --uid 1234567 app\n' },
    { about: 'busybox has no such record', dockerfile: 'FROM alpine:3.22\nRUN adduser -D -u 1234567 app\n' },
  ],
};
