import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM debian:13\nRUN apt-get update && apt-get install -y curl\n', lines: [2] },
    {
      about: 'a later step does not help',
      dockerfile: 'FROM debian:13\nRUN apt-get update\nRUN rm -rf /var/lib/apt/lists/*\n',
      lines: [2],
    },
    {
      about: 'the stage is what the last one starts from',
      dockerfile: 'FROM debian:13 AS base\nRUN apt-get update\nFROM base\nRUN echo\n',
      lines: [2],
    },
    {
      about: 'removed before they are there',
      dockerfile: 'FROM debian:13\nRUN rm -rf /var/lib/apt/lists/* && apt-get update\n',
      lines: [2],
    },
    {
      about: 'over several lines',
      dockerfile: 'FROM debian:13\nRUN apt-get update \\\n  && apt-get install -y curl\n',
      lines: [2],
    },
    { about: 'with apt', dockerfile: 'FROM debian:13\nRUN apt update\n', lines: [2] },
  ],
  good: [
    {
      dockerfile:
        'FROM debian:13\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
    },
    {
      about: 'the stage is not in the image',
      dockerfile: 'FROM debian:13 AS build\nRUN apt-get update\nFROM scratch\nCOPY --from=build /a /a\n',
    },
    {
      about: 'kept out by cache mounts',
      dockerfile:
        'FROM debian:13\nRUN rm -f /etc/apt/apt.conf.d/docker-clean\nRUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt \\\n  apt-get update\n',
    },
    {
      about: 'with another command',
      dockerfile: 'FROM debian:13\nRUN apt-get update; apt-get install -y curl; rm -r /var/lib/apt/lists\n',
    },
    {
      about: 'in a heredoc',
      dockerfile: 'FROM debian:13\nRUN <<EOF\napt-get update\nrm -rf /var/lib/apt/lists/*\nEOF\n',
    },
  ],
};
