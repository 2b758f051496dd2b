import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nLABEL Build_Number="7"\n', lines: [2] },
    { about: 'a name of Docker', dockerfile: 'FROM node:22\nLABEL com.docker.thing="x"\n', lines: [2] },
    { about: 'the second of two', dockerfile: 'FROM node:22\nLABEL version="1" bad..key="x"\n', lines: [2] },
  ],
  good: [
    { dockerfile: 'FROM node:22\nLABEL org.opencontainers.image.source="https://example.org/app"\n' },
    { about: 'a short key in quotes', dockerfile: 'FROM node:22\nLABEL "version"="1"\n' },
    { about: 'a value may hold anything', dockerfile: 'FROM node:22\nLABEL note="A--B..C"\n' },
  ],
};
