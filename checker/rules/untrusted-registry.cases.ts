import type { RuleCases } from './rule.ts';

const config = { trustedRegistries: ['docker.io', '*.example.org'] };

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM quay.io/team/app:1\n', config, lines: [1] },
    {
      about: 'COPY takes images too',
      dockerfile: 'FROM node:22\nCOPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/\n',
      config,
      lines: [2],
    },
    {
      about: 'so do mounts',
      dockerfile: 'FROM node:22\nRUN --mount=type=bind,from=quay.io/x/y:1,target=/x true\n',
      config,
      lines: [2],
    },
    {
      about: 'the end of the name decides, not its middle',
      dockerfile: 'FROM cdn.example.org.evil.net/app:1\n',
      config,
      lines: [1],
    },
  ],
  good: [
    {
      about: 'no registry means Docker Hub',
      dockerfile: 'FROM node:22\nFROM docker.io/library/node:22\n',
      config,
    },
    { about: 'a pattern', dockerfile: 'FROM cdn.example.org/app:1\n', config },
    { about: 'without a list nothing is said', dockerfile: 'FROM quay.io/team/app:1\n' },
    {
      about: 'stages by name and by number',
      dockerfile: 'FROM node:22 AS build\nFROM build\nCOPY --from=0 /a /a\n',
      config: { trustedRegistries: ['docker.io'] },
    },
    { about: 'the registry is not known', dockerfile: 'ARG REGISTRY\nFROM $REGISTRY/app:1\n', config },
  ],
};
