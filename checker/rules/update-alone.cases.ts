import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN apt-get update\nRUN apt-get install -y curl\n', lines: [2] },
    { about: 'apk', dockerfile: 'FROM alpine:3.22\nRUN apk update\nRUN apk add curl\n', lines: [2] },
    {
      about: 'with the lists removed',
      dockerfile: 'FROM debian:13\nRUN apt update && rm -rf /var/lib/apt/lists/*\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nRUN apt-get update && apt-get install -y curl\n' },
    {
      about: 'in a heredoc',
      dockerfile: 'FROM debian:13\nRUN <<EOF\napt-get update\napt-get install -y curl\nEOF\n',
    },
    { about: 'by a script', dockerfile: 'FROM debian:13\nRUN apt-get update && ./setup.sh\n' },
    { about: 'a package manager that looks by itself', dockerfile: 'FROM fedora:42\nRUN dnf makecache\n' },
  ],
};
