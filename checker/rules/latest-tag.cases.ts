import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:latest\n', lines: [1] },
    {
      about: 'in a later stage, behind a name',
      dockerfile: 'FROM node:22 AS build\nFROM nginx:latest AS web\n',
      lines: [2],
    },
    { about: 'the default of an argument', dockerfile: 'ARG TAG=latest\nFROM debian:$TAG\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22-slim\n' },
    {
      about: 'a digest decides, whatever the tag says',
      dockerfile: `FROM node:latest@sha256:${'a'.repeat(64)}\n`,
    },
    { about: 'a tag that only contains the word', dockerfile: 'FROM example.org/app:latest-stable\n' },
    { about: 'a repository of that name', dockerfile: 'FROM example.org/latest:1.0\n' },
  ],
};
