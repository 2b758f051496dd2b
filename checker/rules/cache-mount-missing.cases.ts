import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nRUN npm ci\n', lines: [2] },
    {
      about: 'a wrapper in the project',
      dockerfile: 'FROM eclipse-temurin:21\nRUN ./gradlew build --no-daemon\n',
      lines: [2],
    },
    { about: 'Elixir', dockerfile: 'FROM elixir:1.19\nRUN mix deps.get && mix compile\n', lines: [2] },
    { about: 'Ruby', dockerfile: 'FROM ruby:3.4\nRUN bundle install\n', lines: [2] },
    {
      about: 'another folder is kept',
      dockerfile: 'FROM golang:1.25\nRUN --mount=type=cache,target=/var/cache/apt go build ./...\n',
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nRUN --mount=type=cache,target=/root/.npm npm ci\n' },
    { dockerfile: 'FROM ruby:3.4\nRUN --mount=type=cache,target=/usr/local/bundle/cache bundle install\n' },
    {
      about: 'a command that downloads nothing',
      dockerfile: 'FROM node:22\nRUN npm run build && go version\n',
    },
    { about: 'a word in an argument', dockerfile: 'FROM node:22\nRUN echo npm install\n' },
  ],
};
