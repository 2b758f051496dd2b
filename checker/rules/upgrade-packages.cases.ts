import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM alpine:3.22\nRUN apk upgrade\n', lines: [2] },
    {
      about: 'with an index that is refreshed first',
      dockerfile: 'FROM alpine:3.22\nRUN apk update && apk --no-cache upgrade\n',
      lines: [2],
    },
    { about: 'dnf', dockerfile: 'FROM fedora:42\nRUN dnf -y update && dnf clean all\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM alpine:3.22\nRUN apk add --no-cache curl\n' },
    { about: 'one package', dockerfile: 'FROM alpine:3.22\nRUN apk upgrade --no-cache openssl\n' },
    { about: 'the index only', dockerfile: 'FROM debian:13\nRUN apt-get update\n' },
  ],
};
