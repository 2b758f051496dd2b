import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nONBUILD FROM debian:13\n', lines: [2] },
    { dockerfile: 'FROM node:22\nONBUILD ONBUILD RUN true\n', lines: [2] },
    { about: 'in lower case', dockerfile: 'FROM node:22\nonbuild maintainer Ada\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nONBUILD COPY . /app\n' },
    { about: 'a word of the command', dockerfile: 'FROM node:22\nONBUILD RUN echo FROM\n' },
  ],
};
