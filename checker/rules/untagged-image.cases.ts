import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node\n', lines: [1] },
    {
      about: 'the colon belongs to the port of the registry',
      dockerfile: 'FROM localhost:5000/app\n',
      lines: [1],
    },
    {
      about: 'a name is no stage before it is given',
      dockerfile: 'FROM build\nFROM node:22 AS build\n',
      lines: [1],
    },
    { about: 'the default of an argument', dockerfile: 'ARG BASE=debian\nFROM $BASE\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22-slim\n' },
    { about: 'a stage has no tag', dockerfile: 'FROM golang:1.25 AS Build\nFROM build AS test\n' },
    { about: 'scratch is no image', dockerfile: 'FROM scratch\n' },
    { about: 'the argument may bring its tag', dockerfile: 'ARG BASE\nFROM ${BASE}\n' },
    { about: 'a digest', dockerfile: `FROM node@sha256:${'a'.repeat(64)}\n` },
  ],
};
