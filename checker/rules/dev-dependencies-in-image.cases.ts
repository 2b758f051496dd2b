import type { RuleCases } from './rule.ts';

const context = {
  'package.json':
    '{"dependencies":{"express":"5"},"devDependencies":{"typescript":"5","eslint":"9"},"scripts":{"build":"tsc"}}',
  'package-lock.json': '{}',
  'src/server.ts': '',
};

export const cases: RuleCases = {
  bad: [
    {
      dockerfile:
        'FROM node:22-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build\nCMD ["node", "dist/server.js"]\n',
      context,
      lines: [4],
    },
    {
      about: 'the final stage installs them again',
      dockerfile:
        'FROM node:22 AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nFROM node:22-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY --from=build /app/dist ./dist\nCMD ["node", "dist/server.js"]\n',
      context,
      lines: [8],
    },
  ],
  good: [
    {
      dockerfile:
        'FROM node:22 AS build\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nFROM node:22-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY --from=build /app/dist ./dist\nCMD ["node", "dist/server.js"]\n',
      context,
    },
    {
      about: 'pruned in the same stage',
      dockerfile:
        'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build && npm prune --omit=dev\nCMD ["node", "dist/server.js"]\n',
      context,
    },
    {
      about: 'NODE_ENV says so',
      dockerfile:
        'FROM node:22-slim\nWORKDIR /app\nENV NODE_ENV=production\nCOPY package*.json ./\nRUN npm ci\nCMD ["node", "server.js"]\n',
      context,
    },
    {
      about: 'an image for development',
      dockerfile:
        'FROM node:22\nWORKDIR /app\nCOPY package*.json ./\nRUN npm install\nCMD ["npm", "run", "dev"]\n',
      context,
    },
    {
      about: 'a package.json that is not known',
      dockerfile:
        'FROM node:22-slim\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCMD ["node", "server.js"]\n',
    },
  ],
};
