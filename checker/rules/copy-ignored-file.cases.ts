import type { RuleCases } from './rule.ts';

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM scratch\nCOPY .env /app/\n', dockerignore: '.env\n', lines: [2] },
    {
      about: 'in an ignored folder',
      dockerfile: 'FROM scratch\nADD ./build/app.js /app/\n',
      dockerignore: 'build\n',
      lines: [2],
    },
    { about: 'everything', dockerfile: 'FROM scratch\nCOPY . /app/\n', dockerignore: '**\n', lines: [2] },
  ],
  good: [
    {
      about: 'the root is more than what a pattern names',
      dockerfile: 'FROM scratch\nCOPY . /app/\n',
      dockerignore: 'a*\n',
    },
    { dockerfile: 'FROM scratch\nCOPY app.js /app/\n', dockerignore: '.env\n' },
    { about: 'taken back', dockerfile: 'FROM scratch\nCOPY app.js /app/\n', dockerignore: '*\n!app.js\n' },
    {
      about: 'from another stage',
      dockerfile: 'FROM scratch AS a\nFROM scratch\nCOPY --from=a build /app/\n',
      dockerignore: 'build\n',
    },
  ],
};
