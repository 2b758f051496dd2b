import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nADD . /app\n', lines: [2] },
    { about: 'ADD does not unpack zip files', dockerfile: 'FROM node:22\nADD "app.zip" /app/\n', lines: [2] },
    { about: 'one of several', dockerfile: 'FROM node:22\nADD app.tar.gz package.json /app/\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nCOPY . /app\n' },
    { about: 'a tar archive', dockerfile: 'FROM node:22\nADD rootfs.tar.xz /\n' },
    { about: 'an address', dockerfile: 'FROM node:22\nADD https://example.org/install.sh /tmp/\n' },
    { about: 'a repository', dockerfile: 'FROM node:22\nADD git@github.com:moby/buildkit.git /src\n' },
    {
      about: 'it is not known what the variable holds',
      dockerfile: 'FROM node:22\nARG SOURCE\nADD $SOURCE /app/\n',
    },
  ],
};
