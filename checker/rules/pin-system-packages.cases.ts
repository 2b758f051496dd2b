import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN apt-get update && apt-get install -y curl\n', lines: [2] },
    {
      about: 'apk',
      dockerfile: 'FROM alpine:3.22\nRUN apk add --no-cache -t build gcc=14 musl-dev\n',
      lines: [2],
    },
    { about: 'yum', dockerfile: 'FROM rockylinux:9\nRUN yum install -y httpd-devel\n', lines: [2] },
    {
      about: 'dnf',
      dockerfile: 'FROM fedora:42\nRUN dnf install -y rpm-sign\nRUN dnf module install -y nodejs\n',
      lines: [2, 3],
    },
    { about: 'zypper', dockerfile: 'FROM opensuse/leap:15.6\nRUN zypper -n in vim\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nRUN apt-get update && apt-get install -y curl=8.14.1-2\n' },
    {
      about: 'from a release or a file',
      dockerfile: 'FROM debian:13\nRUN apt-get install -y -t trixie-backports curl/trixie ./a.deb\n',
    },
    {
      about: 'ranges',
      dockerfile: 'FROM alpine:3.22\nRUN apk add "git~=2.49" \'zlib>1.3\' -X https://a.example b=1\n',
    },
    {
      about: 'dnf with an epoch, or a stream',
      dockerfile:
        'FROM fedora:42\nRUN dnf -y install openssl-1:1.1.1k gcc-c++-15.1\nRUN dnf -y module install nodejs:22\n',
    },
    {
      about: 'the version may be in the variable',
      dockerfile: 'FROM fedora:42\nRUN dnf -y install git-core-${version} $PACKAGES\n',
    },
    {
      about: 'nothing is installed',
      dockerfile: 'FROM debian:13\nRUN apt-get remove -y curl && apt-get update\n',
    },
  ],
};
