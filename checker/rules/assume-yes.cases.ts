import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN apt-get update && apt-get install curl\n', lines: [2] },
    { about: 'quiet is not yes', dockerfile: 'FROM debian:13\nRUN apt-get install -q curl\n', lines: [2] },
    { about: 'yum', dockerfile: 'FROM rockylinux:9\nRUN yum install httpd && yum clean all\n', lines: [2] },
    {
      about: 'dnf and microdnf',
      dockerfile: 'FROM fedora:42\nRUN dnf install a\nRUN microdnf install b\n',
      lines: [2, 3],
    },
    { about: 'zypper', dockerfile: 'FROM opensuse/leap:15.6\nRUN zypper in vim\n', lines: [2] },
    { about: 'as JSON', dockerfile: 'FROM debian:13\nRUN ["apt-get", "install", "curl"]\n', lines: [2] },
    {
      about: 'in JSON for a shell',
      dockerfile: 'FROM debian:13\nRUN ["sh", "-c", "apt-get install curl"]\n',
      lines: [2],
    },
    {
      about: 'only one of two',
      dockerfile: 'FROM debian:13\nRUN apt-get install -y a && \\\n  apt-get install b\n',
      lines: [3],
    },
    {
      about: 'in a loop',
      dockerfile: 'FROM debian:13\nRUN for p in a b; do apt-get install $p; done\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM debian:13\nRUN apt-get update && apt-get install -y curl\n' },
    {
      about: 'before the subcommand, in a bundle',
      dockerfile: 'FROM debian:13\nRUN apt-get -qy install curl\n',
    },
    { about: 'written out', dockerfile: 'FROM debian:13\nRUN apt-get --assume-yes install curl\n' },
    { about: 'twice quiet', dockerfile: 'FROM debian:13\nRUN apt-get install -qq curl\n' },
    {
      about: 'by an option',
      dockerfile: 'FROM debian:13\nRUN apt-get -o APT::Get::Assume-Yes=true install curl\n',
    },
    { about: 'answered through a pipe', dockerfile: 'FROM debian:13\nRUN yes | apt-get install curl\n' },
    {
      about: 'zypper without questions',
      dockerfile: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive install vim\n',
    },
    { about: 'other programs', dockerfile: 'FROM debian:13\nRUN notapt-get install curl && dpkg -i a.deb\n' },
    {
      about: 'options may be in a variable',
      dockerfile: 'FROM debian:13\nRUN apt-get install $APT_OPTIONS curl\n',
    },
  ],
};
