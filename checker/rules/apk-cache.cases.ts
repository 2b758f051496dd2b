import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM alpine:3.22\nRUN apk add curl\n', lines: [2] },
    {
      about: 'with an index of its own',
      dockerfile: 'FROM alpine:3.22\nRUN apk update && apk add -U curl\n',
      lines: [2],
    },
    {
      about: 'a mount elsewhere',
      dockerfile: 'FROM alpine:3.22\nRUN --mount=type=cache,target=/var/cache/x apk add curl\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM alpine:3.22\nRUN apk add --no-cache curl\n' },
    { about: 'the option stands first', dockerfile: 'FROM alpine:3.22\nRUN apk --no-cache add curl\n' },
    {
      about: 'kept out by a mount',
      dockerfile: 'FROM alpine:3.22\nRUN --mount=type=cache,target=/var/cache/apk apk add -U curl\n',
    },
    {
      about: 'removed in the same step',
      dockerfile: 'FROM alpine:3.22\nRUN apk update && apk add curl && rm -rf /var/cache/apk/*\n',
    },
    { about: 'nothing is installed', dockerfile: 'FROM alpine:3.22\nRUN apk del curl\n' },
  ],
};
