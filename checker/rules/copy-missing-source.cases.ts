import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    {
      dockerfile: 'FROM alpine:3.22\nCOPY pakage.json /app/\n',
      context: { 'package.json': '{}' },
      lines: [2],
    },
    {
      about: 'a path that the other stage does not have',
      dockerfile:
        'FROM alpine:3.22 AS build\nRUN mkdir /out && echo 1 > /out/app\nFROM scratch\nCOPY --from=build /out/ap /\n',
      lines: [4],
    },
    {
      about: 'a folder that the build never made',
      dockerfile:
        'FROM alpine:3.22 AS build\nWORKDIR /src\nCOPY main.c .\nFROM alpine:3.22\nCOPY --from=build /src/dist /dist\n',
      context: { 'main.c': 'int main;' },
      lines: [5],
    },
  ],
  good: [
    { dockerfile: 'FROM alpine:3.22\nCOPY package.json /app/\n', context: { 'package.json': '{}' } },
    { about: 'the context is not known', dockerfile: 'FROM alpine:3.22\nCOPY package.json /app/\n' },
    {
      about: 'a pattern may match nothing',
      dockerfile: 'FROM alpine:3.22\nCOPY package*.json /app/\n',
      context: { 'main.js': '' },
    },
    {
      about: 'a build script made it',
      dockerfile:
        'FROM node:22 AS build\nWORKDIR /src\nCOPY . .\nRUN npm install && npm run build\nFROM nginx\nCOPY --from=build /src/dist /usr/share/nginx/html\n',
      context: { 'package.json': '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"7"}}' },
    },
    {
      about: 'an image of which nothing is known',
      dockerfile: 'FROM alpine:3.22\nCOPY --from=example.com/tools /bin/tool /bin/\n',
    },
    {
      about: 'in a base image that is known in part',
      dockerfile: 'FROM alpine:3.22\nCOPY --from=nginx:1.29 /etc/nginx/nginx.conf /etc/\n',
    },
    {
      about: 'the parent of the context is the context',
      dockerfile: 'FROM alpine:3.22\nCOPY ../package.json /app/\n',
      context: { 'package.json': '{}' },
    },
  ],
};
