import type { RuleCases } from './rule.ts';

const config = { labelSchema: { owner: 'text' }, strictLabels: true } as const;

export const cases: RuleCases = {
  bad: [
    { dockerfile: 'FROM node:22\nLABEL ower="ada"\n', config, lines: [2] },
    {
      about: 'beside one that is in it',
      dockerfile: 'FROM node:22\nLABEL owner="ada" team="x"\n',
      config,
      lines: [2],
    },
  ],
  good: [
    { dockerfile: 'FROM node:22\nLABEL owner="ada"\n', config },
    {
      about: 'labels are free',
      dockerfile: 'FROM node:22\nLABEL team="x"\n',
      config: { labelSchema: { owner: 'text' } },
    },
  ],
};
