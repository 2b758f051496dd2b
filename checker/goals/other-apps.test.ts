import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { ContextEntry, Project, Verdict } from '../types.ts';
import {
  contains,
  containsNo,
  editKeepsCached,
  exposes,
  type GoalCheck,
  hasNoProgram,
  healthy,
  imageSmallerThan,
  installsNo,
  listensOn,
  noLayerHolds,
  noSecretIn,
  receivesSignals,
  runsAs,
  setsEnv,
  starts,
  usesStage,
  writesTo,
} from './index.ts';
import { servesFile } from './web-root.ts';

const NODE_APP: Readonly<Record<string, string>> = {
  'package.json':
    '{"scripts":{"build":"tsc"},"dependencies":{"express":"5"},"devDependencies":{"typescript":"5"}}',
  'package-lock.json':
    '{"lockfileVersion":3,"packages":{"":{},"node_modules/express":{},"node_modules/typescript":{"dev":true}}}',
  'src/server.ts': 'import express from "express";',
  '.env': 'API_KEY=sk-12345',
};
const NODE_OUTCOMES: Project['outcomes'] = [
  {
    command: 'npm run build',
    creates: [
      {
        path: 'dist/server.js',
        content: "import express from 'express';\nexpress().listen(process.env.PORT ?? 3000);\n",
      },
    ],
    needs: ['src/server.ts'],
  },
];

function ask(
  check: GoalCheck,
  dockerfile: string,
  context: Readonly<Record<string, string>>,
  rest: Partial<Project> = {},
): Verdict {
  const files = new Map<string, ContextEntry>([['Dockerfile', { kind: 'file', content: dockerfile }]]);
  for (const [path, content] of Object.entries(context)) files.set(path, { kind: 'file', content });
  const project: Project = { files, contextKnown: true, dockerfile: 'Dockerfile', ...rest };
  return check({ project, dockerfile: parseDockerfile(dockerfile), diagnostics: [], refusal: null });
}

const NODE = `FROM node:22 AS build
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY src ./src
RUN npm run build
FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --from=build /app/dist ./dist
USER node
EXPOSE 3000
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:3000/').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server.js"]
`;

describe('a TypeScript service in two stages', () => {
  const node = (check: GoalCheck, dockerfile = NODE) =>
    ask(check, dockerfile, NODE_APP, { outcomes: NODE_OUTCOMES });

  it.each<[string, GoalCheck]>([
    ['starts', starts()],
    ['runs as node', runsAs({ name: 'node' })],
    ['runs as 1000', runsAs({ uid: 1000 })],
    ['listens on 3000', listensOn(3000)],
    ['exposes 3000', exposes(3000)],
    ['is healthy', healthy({ port: 3000 })],
    ['gets SIGTERM', receivesSignals()],
    ['uses a build stage', usesStage()],
    ['leaves TypeScript behind', installsNo('npm', 'typescript')],
    ['leaves the source behind', containsNo('/app/src')],
    ['has what it runs', contains('dist/server.js')],
    ['is small', imageSmallerThan(300)],
    ['holds no secret', noSecretIn({ path: '.env', value: 'sk-12345' })],
    ['is set to production', setsEnv('NODE_ENV', 'production')],
    ['keeps its dependencies after an edit', editKeepsCached('src/server.ts', 'dependency install')],
    ['has no compiler', hasNoProgram('gcc', 'make')],
    ['may write to /tmp', writesTo('/tmp/x')],
  ])('%s', (_name, check) => {
    expect(node(check)).toEqual({ is: 'yes' });
  });

  it.each<[string, GoalCheck, string, RegExp]>([
    ['a listener elsewhere', listensOn(8080), NODE, /3000/],
    [
      'TypeScript shipped',
      installsNo('npm', 'typescript'),
      NODE.replace('npm ci --omit=dev && npm cache clean --force', 'npm ci --include=dev'),
      /typescript/,
    ],
    [
      'the output forgotten',
      starts(),
      NODE.replace('COPY --from=build /app/dist ./dist\n', ''),
      /Cannot find module/,
    ],
    ['the dependencies forgotten', starts(), NODE.replace(/RUN npm ci --omit.*\n/, ''), /express/],
    [
      'a shell in front',
      receivesSignals(),
      NODE.replace('CMD ["node", "dist/server.js"]', 'CMD node dist/server.js'),
      /shell/,
    ],
    [
      'npm in front',
      receivesSignals(),
      NODE.replace('CMD ["node", "dist/server.js"]', 'CMD ["npm", "start"]'),
      /npm/,
    ],
    [
      'the secret copied',
      noSecretIn({ path: '.env' }),
      NODE.replace('USER node\n', 'COPY . .\nRUN rm .env\nUSER node\n'),
      /\.env/,
    ],
    [
      'the port changed by ENV',
      listensOn(3000),
      NODE.replace('NODE_ENV=production', 'NODE_ENV=production PORT=8080'),
      /8080/,
    ],
    ['code it may not write', writesTo('/app/data'), NODE, /may not write/],
    [
      'a volume that belongs to root',
      writesTo('/app/data'),
      NODE.replace('USER node\n', 'VOLUME /app/data\nUSER node\n'),
      /belongs to root/,
    ],
    [
      'a volume of a directory of root',
      writesTo('/app/data'),
      NODE.replace('USER node\n', 'RUN mkdir data\nVOLUME /app/data\nUSER node\n'),
      /may not write/,
    ],
    ['the wrong base for the size', imageSmallerThan(300), NODE.replace('node:22-slim', 'node:22'), /1\.1/],
  ])('is told about %s', (_name, check, dockerfile, because) => {
    const verdict = node(check, dockerfile);
    expect(verdict.is, JSON.stringify(verdict)).toBe('no');
    expect(verdict.is === 'no' && verdict.because).toMatch(because);
  });
});

describe('an app that npm starts', () => {
  const listens = (scripts: Readonly<Record<string, string>>, command: string) =>
    ask(listensOn(3000), `FROM node:24-slim\nWORKDIR /app\nCOPY . .\n${command}\n`, {
      'package.json': JSON.stringify({ scripts }),
      'server.js': "require('node:http').createServer().listen(3000);\n",
    }).is;

  it('listens where its script does', () => {
    expect(listens({ start: 'node server.js' }, 'CMD ["npm", "start"]')).toBe('yes');
    expect(listens({ serve: 'node --enable-source-maps server.js' }, 'CMD npm run serve')).toBe('yes');
  });

  it('follows the last command, and a script that calls another one', () => {
    expect(listens({ start: 'node build.js && node server.js' }, 'CMD ["npm", "start"]')).toBe('yes');
    expect(listens({ start: 'npm run serve', serve: 'node server.js' }, 'CMD ["npm", "start"]')).toBe('yes');
  });

  it('knows that npm starts server.js where nothing says how to start', () => {
    expect(listens({}, 'CMD ["npm", "start"]')).toBe('yes');
  });

  it('is not known where a script is missing', () => {
    expect(listens({ start: 'npm run serve' }, 'CMD ["npm", "start"]')).toBe('unknown');
  });
});

const GO_APP = { 'go.mod': 'module example.com/app\n', 'main.go': 'package main\n' };

describe('a Go program in an empty image', () => {
  const go = (check: GoalCheck, dockerfile: string) => ask(check, dockerfile, GO_APP);

  it.each([
    [
      'scratch',
      'FROM golang:1.27 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /out/app .\nFROM scratch\nCOPY --from=build /out/app /app\nUSER 65532:65532\nENTRYPOINT ["/app"]\n',
    ],
    [
      'distroless',
      'FROM golang:1.27-alpine AS build\nCOPY . /src\nRUN cd /src && go build -o /app\nFROM gcr.io/distroless/static-debian12:nonroot\nCOPY --from=build /app /usr/bin/app\nCMD ["app"]\n',
    ],
    [
      'alpine',
      'FROM golang:1.27-alpine AS build\nWORKDIR /src\nADD . .\nRUN go build -o app\nFROM alpine:3.22\nRUN adduser -D -H app\nCOPY --from=build --chmod=755 /src/app /usr/local/bin/\nUSER app\nENTRYPOINT ["app"]\n',
    ],
  ])('is right on %s', (_name, dockerfile) => {
    for (const check of [
      starts(),
      runsAs('nonRoot'),
      imageSmallerThan(40),
      receivesSignals(),
      usesStage(),
      hasNoProgram('go', 'gcc'),
    ]) {
      expect(go(check, dockerfile)).toEqual({ is: 'yes' });
    }
  });

  const WEB = { ...GO_APP, 'main.go': 'package main\n\nimport (\n\t"fmt"\n\t"net/http"\n)\n' };
  const linked = (build: string, base: string) =>
    ask(
      starts(),
      `FROM golang:1.27 AS build\nWORKDIR /src\nCOPY . .\n${build}\nFROM ${base}\nCOPY --from=build /out/app /app\nENTRYPOINT ["/app"]\n`,
      WEB,
    ).is;

  it.each([
    ['RUN go build -o /out/app .', 'scratch', 'no'],
    ['RUN go build -o /out/app .', 'gcr.io/distroless/static-debian13', 'no'],
    ['RUN go build -o /out/app .', 'alpine:3.22', 'no'],
    ['RUN CGO_ENABLED=1 go build -o /out/app .', 'scratch', 'no'],
    ['RUN go build -o /out/app .', 'gcr.io/distroless/base-debian13', 'yes'],
    ['RUN go build -o /out/app .', 'debian:trixie-slim', 'yes'],
    ['RUN CGO_ENABLED=0 go build -o /out/app .', 'scratch', 'yes'],
    ['ENV CGO_ENABLED=0\nRUN go build -o /out/app .', 'scratch', 'yes'],
    ['ARG CGO_ENABLED=0\nRUN go build -o /out/app .', 'scratch', 'yes'],
    ['RUN export CGO_ENABLED=0 && go build -o /out/app .', 'scratch', 'yes'],
    ['RUN go build -tags netgo,osusergo -o /out/app .', 'scratch', 'yes'],
    ['RUN go build -ldflags "-linkmode external -extldflags -static" -o /out/app .', 'scratch', 'yes'],
  ])('knows whether a program that uses the network finds its C library: %s on %s', (build, base, is) => {
    expect(linked(build, base)).toBe(is);
  });

  it('does not start through a shell that an empty image lacks', () => {
    const verdict = go(
      starts(),
      'FROM golang:1.27 AS build\nCOPY . /src\nRUN cd /src && go build -o /app\nFROM scratch\nCOPY --from=build /app /app\nCMD /app\n',
    );
    expect(verdict.is === 'no' && verdict.because).toMatch(/\/bin\/sh/);
  });
});

describe('a site of files', () => {
  const site = (last: string) =>
    ask(
      servesFile('index.html'),
      `FROM node:24-slim AS build\nWORKDIR /app\nCOPY . .\nRUN node build.mjs\n${last}\n`,
      { 'build.mjs': '' },
      {
        outcomes: [
          { command: 'node build.mjs', creates: [{ path: 'site/index.html', content: '<h1>Hi</h1>' }] },
        ],
      },
    ).is;

  it.each([
    ['FROM nginx:1.31-alpine\nCOPY --from=build /app/site /usr/share/nginx/html', 'yes'],
    ['FROM nginx:stable\nWORKDIR /usr/share/nginx/html\nCOPY --from=build /app/site/ .', 'yes'],
    ['FROM httpd:2.4\nCOPY --from=build /app/site/ /usr/local/apache2/htdocs/', 'yes'],
    ['FROM caddy:2\nCOPY --from=build /app/site /usr/share/caddy', 'yes'],
    ['FROM caddy:2\nCOPY --from=build /app/site .\nCMD ["caddy", "file-server"]', 'yes'],
    ['FROM busybox:1.37\nCOPY --from=build /app/site /www\nCMD httpd -f -p 80 -h /www', 'yes'],
    [
      'FROM python:3.12-alpine\nCOPY --from=build /app/site /www\nCMD ["python", "-m", "http.server", "-d", "/www"]',
      'yes',
    ],
    ['FROM nginx:1.31-alpine\nCOPY --from=build /app /usr/share/nginx/html', 'unknown'],
    ['FROM nginx:1.31-alpine\nCOPY --from=build /app/site /srv', 'no'],
    ['FROM caddy:2\nCOPY --from=build /app/site /srv\nCMD ["caddy", "file-server", "--root", "/site"]', 'no'],
    ['FROM nginx:1.31-alpine\nCOPY nginx.conf /etc/nginx/\nCOPY --from=build /app/site /srv', 'unknown'],
    [
      'FROM nginx:1.31-alpine\nCOPY <<EOF /etc/nginx/nginx.conf\nroot /srv;\nEOF\nCOPY --from=build /app/site /srv',
      'yes',
    ],
    [
      'FROM nginx:1.31-alpine\nCOPY <<EOF /etc/nginx/nginx.conf\nroot /www;\nEOF\nCOPY --from=build /app/site /srv',
      'no',
    ],
    [
      'FROM nginx:1.31-alpine\nCOPY <<EOF /etc/nginx/nginx.conf\nroot /srv;\nroot /www;\nEOF\nCOPY --from=build /app/site /srv',
      'unknown',
    ],
    [
      'FROM nginx:1.31-alpine\nCOPY <<EOF /etc/nginx/nginx.conf\nroot /srv;\ninclude /etc/nginx/conf.d/*.conf;\nEOF\nCOPY --from=build /app/site /srv',
      'unknown',
    ],
    ['FROM example.com/server\nCOPY --from=build /app/site /srv', 'unknown'],
  ])('is served, or not: %s', (last, is) => {
    expect(site(last)).toBe(is);
  });
});

describe('what a layer holds', () => {
  const held = (dockerfile: string) => ask(noLayerHolds('/app/src/server.ts'), dockerfile, NODE_APP).is;

  it.each([
    ['FROM node:24\nWORKDIR /app\nCOPY . .\nRUN rm -r src', 'no'],
    ['FROM node:24\nWORKDIR /app\nCOPY . .', 'no'],
    ['FROM node:24 AS build\nWORKDIR /app\nCOPY . .\nFROM build\nRUN rm -r src', 'no'],
    [
      'FROM node:24 AS build\nWORKDIR /app\nCOPY . .\nFROM node:24-slim\nCOPY --from=build /app/package.json /app/',
      'yes',
    ],
    ['FROM node:24\nWORKDIR /app\nRUN --mount=type=bind,target=/ctx cp -r /ctx/src . && rm -r src', 'yes'],
  ])('also when a later step deletes it: %s', (dockerfile, is) => {
    expect(held(dockerfile)).toBe(is);
  });
});

describe('what is not known', () => {
  it('is neither right nor wrong', () => {
    const dockerfile = 'FROM example.com/base\nUSER app\nCMD ["server"]\n';
    expect(ask(starts(), dockerfile, {}).is).toBe('unknown');
    expect(ask(runsAs('nonRoot'), dockerfile, {}).is).toBe('unknown');
    expect(ask(imageSmallerThan(100), dockerfile, {}).is).toBe('unknown');
  });
});
