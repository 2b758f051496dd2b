import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { check } from '../index.ts';
import type { ContextEntry, Project } from '../types.ts';
import { build } from './build.ts';
import { baseImage } from './facts/lookup.ts';
import type { Build } from './types.ts';

function projectOf(
  dockerfile: string,
  context: Readonly<Record<string, string>> | null,
  rest: Partial<Project> = {},
): Project {
  const files = new Map<string, ContextEntry>([['Dockerfile', { kind: 'file', content: dockerfile }]]);
  for (const [path, content] of Object.entries(context ?? {})) files.set(path, { kind: 'file', content });
  return { files, contextKnown: context !== null, dockerfile: 'Dockerfile', ...rest };
}

function built(
  dockerfile: string,
  context: Readonly<Record<string, string>> | null = {},
  rest: Partial<Project> = {},
): Build {
  return build(parseDockerfile(dockerfile), projectOf(dockerfile, context, rest));
}

function errors(
  dockerfile: string,
  context: Readonly<Record<string, string>> | null,
  rest: Partial<Project> = {},
): string[] {
  const report = check(projectOf(dockerfile, context, rest));
  expect(report.failures).toEqual([]);
  return report.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule}: ${message}`);
}

const POST_PYTHON = `FROM python:3.12-slim
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
RUN groupadd -r appuser && useradd -r -g appuser appuser
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
USER appuser
EXPOSE 8000
CMD ["python", "-m", "uvicorn", "main:app", "--host", "0.0.0.0"]
`;

const POST_NODE = `FROM node:20 AS builder
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:20-slim AS production
WORKDIR /app
COPY package*.json ./
RUN npm ci --only=production
COPY --from=builder /app/dist ./dist
USER appuser
CMD ["node", "dist/server.js"]
`;

const NODE_APP = {
  'package.json':
    '{"scripts":{"build":"tsc"},"dependencies":{"express":"5"},"devDependencies":{"typescript":"5"}}',
  'package-lock.json':
    '{"lockfileVersion":3,"packages":{"":{},"node_modules/express":{},"node_modules/typescript":{"dev":true}}}',
  'src/server.ts': 'export {};',
};

describe('base images', () => {
  it('know size, user and programs of the tags that people write', () => {
    const python = baseImage('python:3.12-slim');
    expect(python).toMatchObject({ bytes: 119_250_000, exact: true, user: '' });
    expect(python?.has('curl')).toBe('no');
    const node = baseImage('docker.io/library/node:20-slim');
    expect(node).toMatchObject({ bytes: 200_940_000, user: '' });
    expect(node?.accounts.users.get('node')?.uid).toBe(1000);
  });

  it('cover tags of the same pattern, with the size as an estimate', () => {
    const image = baseImage('python:3.12.4-slim-bookworm');
    expect(image?.exact).toBe(false);
    expect(image?.has('curl')).toBe('no');
    expect(image?.release).toBe('bookworm');
  });

  it('know that the unprivileged nginx runs as 101 and listens on 8080', () => {
    const image = baseImage('nginxinc/nginx-unprivileged:1.29-alpine');
    expect(image).toMatchObject({ user: '101', bytes: undefined, ports: [{ port: 8080 }] });
    expect([image?.has('nginx'), image?.has('bash')]).toEqual(['yes', 'no']);
  });

  it('claim nothing about an image that is not known', () => {
    expect(baseImage('example.com/team/app:1')).toBeNull();
    expect(baseImage('python:3.12-windowsservercore')).toBeNull();
    expect(baseImage('constructor')).toBeNull();
  });
});

describe('the two examples of the post', () => {
  it('builds and starts the Python one', () => {
    expect(
      errors(POST_PYTHON, {
        'requirements.txt': 'fastapi\nuvicorn\n',
        'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
      }),
    ).toEqual([]);
  });

  it('builds the Node one, whose container does not start', () => {
    expect(built(POST_NODE, NODE_APP).failure).toBeNull();
    expect(errors(POST_NODE, NODE_APP)).toEqual([
      expect.stringContaining('unable to find user appuser: no matching entries in passwd file'),
    ]);
    expect(errors(POST_NODE, null)).toEqual([expect.stringContaining('unable to find user appuser')]);
  });

  it('finds nothing wrong with it once the user is the one of the image', () => {
    expect(errors(POST_NODE.replace('USER appuser', 'USER node'), NODE_APP)).toEqual([]);
  });
});

describe('recommended use of the official images', () => {
  it.each([
    [
      'python',
      'FROM python:3\nWORKDIR /usr/src/app\nCOPY requirements.txt ./\nRUN pip install --no-cache-dir -r requirements.txt\nCOPY . .\nCMD [ "python", "./your-daemon-or-script.py" ]\n',
      null,
    ],
    [
      'node',
      'FROM node:22\nENV NODE_ENV=production\nWORKDIR /home/node/app\nCOPY . .\nRUN npm install\nUSER node\nCMD [ "node", "index.js" ]\n',
      null,
    ],
    [
      'node, tini added',
      'FROM node:22-alpine\nRUN apk add --no-cache tini\nENTRYPOINT ["/sbin/tini", "--"]\nCMD ["node", "app.js"]\n',
      null,
    ],
    [
      'node, global packages of a user',
      'FROM node:22\nENV NPM_CONFIG_PREFIX=/home/node/.npm-global\nENV PATH=$PATH:/home/node/.npm-global/bin\nUSER node\nRUN npm install -g nodemon\n',
      {},
    ],
    [
      'golang',
      'FROM golang:1.27\nWORKDIR /usr/src/app\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build -v -o /usr/local/bin/app ./...\nCMD ["app"]\n',
      null,
    ],
    ['nginx', 'FROM nginx\nCOPY static-html-directory /usr/share/nginx/html\n', null],
    ['httpd', 'FROM httpd:2.4\nCOPY ./public-html/ /usr/local/apache2/htdocs/\n', null],
    [
      'php',
      'FROM php:8.3-cli\nCOPY . /usr/src/myapp\nWORKDIR /usr/src/myapp\nCMD [ "php", "./your-script.php" ]\n',
      null,
    ],
    [
      'ruby',
      'FROM ruby:3.4\nRUN bundle config --global frozen 1\nWORKDIR /usr/src/app\nCOPY Gemfile Gemfile.lock ./\nRUN bundle install\nCOPY . .\nCMD ["./your-daemon-or-script.rb"]\n',
      null,
    ],
    [
      'rust',
      'FROM rust:1.98\nWORKDIR /usr/src/myapp\nCOPY . .\nRUN cargo install --path .\nCMD ["myapp"]\n',
      null,
    ],
    [
      'rust in two stages',
      'FROM rust:1.98 AS builder\nWORKDIR /usr/src/myapp\nCOPY . .\nRUN cargo install --path .\nFROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y extra-runtime-dependencies && rm -rf /var/lib/apt/lists/*\nCOPY --from=builder /usr/local/cargo/bin/myapp /usr/local/bin/myapp\nCMD ["myapp"]\n',
      null,
    ],
    [
      'eclipse-temurin',
      'FROM eclipse-temurin:21\nRUN mkdir /opt/app\nCOPY japp.jar /opt/app\nCMD ["java", "-jar", "/opt/app/japp.jar"]\n',
      null,
    ],
    [
      'redis',
      'FROM redis\nCOPY redis.conf /usr/local/etc/redis/redis.conf\nCMD [ "redis-server", "/usr/local/etc/redis/redis.conf" ]\n',
      null,
    ],
    [
      'postgres',
      'FROM postgres:17\nRUN localedef -i de_DE -c -f UTF-8 -A /usr/share/locale/locale.alias de_DE.UTF-8\nENV LANG de_DE.utf8\n',
      null,
    ],
    [
      'distroless Go',
      'FROM golang:1.27 AS build\nWORKDIR /go/src/app\nCOPY . .\nRUN go mod download\nRUN CGO_ENABLED=0 go build -o /go/bin/app\nFROM gcr.io/distroless/static-debian12\nCOPY --from=build /go/bin/app /\nCMD ["/app"]\n',
      null,
    ],
    [
      'distroless Python',
      'FROM debian:12-slim AS build\nRUN apt-get update && apt-get install --no-install-suggests --no-install-recommends --yes python3-venv gcc libpython3-dev && python3 -m venv /venv && /venv/bin/pip install --upgrade pip setuptools wheel\nFROM build AS build-venv\nCOPY requirements.txt /requirements.txt\nRUN /venv/bin/pip install --disable-pip-version-check -r /requirements.txt\nFROM gcr.io/distroless/python3-debian12\nCOPY --from=build-venv /venv /venv\nCOPY . /app\nWORKDIR /app\nENTRYPOINT ["/venv/bin/python3", "psutil_example.py"]\n',
      null,
    ],
    [
      'distroless Node',
      'FROM node:22 AS build-env\nCOPY . /app\nWORKDIR /app\nRUN npm ci --omit=dev\nFROM gcr.io/distroless/nodejs22-debian12\nCOPY --from=build-env /app /app\nWORKDIR /app\nCMD ["hello.js"]\n',
      null,
    ],
    [
      'a start script',
      'FROM debian:12-slim\nRUN groupadd -r pg && useradd -r -g pg pg\nCOPY --chmod=755 docker-entrypoint.sh /usr/local/bin/\nENTRYPOINT ["docker-entrypoint.sh"]\nCMD ["server"]\n',
      null,
    ],
  ] as const)('has no errors: %s', (_name, dockerfile, context) => {
    expect(errors(dockerfile, context)).toEqual([]);
  });
});

describe('where the context is not known', () => {
  it.each([
    ['a file in a copied folder', 'FROM rust:1\nWORKDIR /a\nCOPY src ./src\nRUN touch src/main.rs\n'],
    [
      'a folder that was made and taken away before',
      'FROM rust:1\nWORKDIR /a\nRUN mkdir src && rm -r src\nCOPY src ./src\nRUN cp src/a src/b\n',
    ],
    [
      'a download into a folder',
      'FROM alpine:3.20\nADD https://example.com/s6.tar.xz /tmp\nRUN tar -xf /tmp/s6.tar.xz\n',
    ],
  ])('%s is not called missing', (_what, dockerfile) => {
    expect(built(dockerfile, null).failure).toBeNull();
  });
});

describe('what a script writes', () => {
  const tools =
    'RUN apt-get update && apt-get install -y gnupg openssl openssh-client apache2-utils && mkdir /w\n';
  it.each([
    'curl -fsSL https://example.com/key | gpg --dearmor -o /w/key.gpg && chmod a+r /w/key.gpg',
    'openssl req -x509 -newkey rsa:2048 -keyout /w/k.pem -out /w/c.pem && chmod 600 /w/k.pem',
    'ssh-keygen -t ed25519 -N "" -f /w/id && chmod 600 /w/id',
    'htpasswd -cb /w/users a b && chmod 640 /w/users',
    `awk 'BEGIN { print "x" > "/w/f" }' && cat /w/f`,
    'echo b > /w/a && sort -o /w/b /w/a && mv /w/b /w/c',
    'timeout 10 touch /w/x && rm /w/x',
    '{ echo a; echo b; } > /w/y && ( echo c ) > /w/z && chmod +x /w/y /w/z',
    'for n in 1 2; do echo $n; done > /w/n && cat /w/n',
    'echo "a b" | while read one two; do mkdir /w/$one; done; touch /w/a/b',
    'curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin && composer --version',
  ])('%s', (script) => {
    expect(built(`FROM php:8.3-cli\n${tools}RUN ${script}\n`, {}).failure).toBeNull();
  });

  it.each([
    ['in the command', 'RUN bash -ec "mkdir -p /data && touch /data/x"\n', 'yes'],
    ['in a file that a shell reads', 'RUN sh /setup.sh\n', 'yes'],
    ['in a file that is called', 'RUN chmod +x /setup.sh && cd /tmp && /setup.sh && pwd\n', 'yes'],
    ['that may not run', 'RUN test -f /etc/x && sh /setup.sh || true\n', 'unknown'],
    ['that is not called', 'RUN ls /setup.sh\n', 'absent'],
  ])('follows a script %s', (_what, run, wanted) => {
    const context = { 'setup.sh': '#!/bin/sh\nset -e\nmkdir -p /data\ntouch /data/x\n' };
    const { failure, image } = built(`FROM debian:12\nCOPY setup.sh /setup.sh\n${run}`, context);
    expect(failure).toBeNull();
    const found = image?.end.files.lookup('/data/x').is;
    expect(found === 'present' ? 'yes' : found).toBe(wanted);
  });

  it('makes a user and its group by adduser --system --group', () => {
    const { accounts } = built('FROM debian:12\nRUN adduser --system --group app\n', {}).image?.end ?? {};
    expect(accounts?.users.get('app')).toBeDefined();
    expect(accounts?.groups.has('app')).toBe(true);
  });
});

describe('a command that is not known', () => {
  it('may have written to any directory, those too that came with a copied one', () => {
    const dockerfile = `FROM node:22 AS build
WORKDIR /app
COPY . .
RUN ./build.sh
FROM nginx:1.27
COPY --from=build /app/client/dist /usr/share/nginx/html
`;
    const context = { 'client/src/main.js': '1', 'build.sh': '#!/usr/bin/perl\n' };
    expect(built(dockerfile, context).failure).toBeNull();
    expect(built(dockerfile.replace('RUN ./build.sh\n', ''), context).failure?.message).toContain(
      '"/app/client/dist": not found',
    );
  });
});

describe('what a stage hands on', () => {
  const digest = (dockerfile: string, path: string, context: Readonly<Record<string, string>>) =>
    built(dockerfile, context).stages[0]?.end.files.digest(path);

  it('is the same when a step that ran again wrote the same', () => {
    const one = 'FROM alpine:3.22\nWORKDIR /out\nCOPY a.txt b.txt /src/\nRUN cp /src/a.txt /out/\n';
    expect(digest(one, '/out/a.txt', { 'a.txt': '1', 'b.txt': '1' })).toBe(
      digest(one, '/out/a.txt', { 'a.txt': '1', 'b.txt': '2' }),
    );
    expect(digest(one, '/out/a.txt', { 'a.txt': '1', 'b.txt': '1' })).not.toBe(
      digest(one, '/out/a.txt', { 'a.txt': '2', 'b.txt': '1' }),
    );
    expect(digest('FROM alpine:3.22\nRUN echo hello > /x\n', '/x', {})).toBe(
      digest('FROM alpine:3.22\nRUN printf "hello\\n" >/x\n', '/x', {}),
    );
  });

  it('depends on all that a program could read whose work is not known', () => {
    const one = 'FROM alpine:3.22\nCOPY . /src\nRUN /src/make.sh > /out\n';
    expect(digest(one, '/out', { 'make.sh': '1', 'b.txt': '1' })).not.toBe(
      digest(one, '/out', { 'make.sh': '1', 'b.txt': '2' }),
    );
  });

  it('counts mode and owner', () => {
    const plain = digest('FROM alpine:3.22\nCOPY a /a\n', '/a', { a: '1' });
    expect(digest('FROM alpine:3.22\nCOPY --chmod=700 a /a\n', '/a', { a: '1' })).not.toBe(plain);
    expect(digest('FROM alpine:3.22\nCOPY --chown=5 a /a\n', '/a', { a: '1' })).not.toBe(plain);
  });
});

describe('a failing build', () => {
  it.each([
    [
      'a user that nobody made',
      'FROM alpine:3.22\nUSER appuser\nRUN id\n',
      'process "/bin/sh -c id" did not complete successfully: unable to find user appuser: no matching entries in passwd file',
    ],
    [
      'a group that nobody made',
      'FROM alpine:3.22\nUSER nobody:nogrp\nRUN id\n',
      'process "/bin/sh -c id" did not complete successfully: unable to find group nogrp: no matching entries in group file',
    ],
    [
      'a missing program',
      'FROM alpine:3.22\nRUN curl -f http://x\n',
      'process "/bin/sh -c curl -f http://x" did not complete successfully: exit code: 127',
    ],
  ])('says it in the words of BuildKit: %s', (_name, dockerfile, message) => {
    expect(built(dockerfile).failure?.message).toBe(message);
  });

  it('is not failed by a stage that nothing needs', () => {
    expect(built('FROM alpine:3.22 AS unused\nRUN curl x\nFROM alpine:3.22\n').failure).toBeNull();
  });
});

describe('the size of an image', () => {
  it('adds the files that are copied to the base', () => {
    const { size } = built('FROM scratch\nCOPY a b /x/\n', { a: '12345', b: '123' });
    expect(size).toMatchObject({ bytes: 8, exact: true });
  });

  it('grows by what a chown touches, and does not shrink by what is deleted later', () => {
    const { image, size } = built('FROM scratch\nCOPY a /x/\n', { a: 'x'.repeat(1000) });
    expect(size.bytes).toBe(1000);
    expect(image?.steps[0]?.layer?.bytes).toBe(1000);
    const owned = built('FROM alpine:3.22\nCOPY a /x/\nRUN chown -R nobody /x\nRUN rm -rf /x\n', {
      a: 'x'.repeat(1000),
    });
    expect(owned.image?.steps.map((step) => step.layer?.bytes)).toEqual([1000, 1000, 0]);
  });
});

describe('what a project declares of its own build', () => {
  const outcomes = [
    {
      command: 'npm run build',
      creates: [{ path: 'dist/server.js', size: 4000 }],
      needs: ['src/server.ts', 'node_modules/typescript'],
    },
  ];
  const dockerfile = POST_NODE.replace('USER appuser', 'USER node');

  it('is there after the command', () => {
    const { image, failure } = built(dockerfile, NODE_APP, { outcomes });
    expect(failure).toBeNull();
    expect(image?.end.files.lookup('/app/dist/server.js').is).toBe('present');
  });

  it('fails the command when what it needs is not there', () => {
    expect(
      built(dockerfile.replace('RUN npm ci\n', 'RUN npm ci --omit=dev\n'), NODE_APP, { outcomes }).failure
        ?.output,
    ).toMatch(/typescript|tsc/);
  });
});

describe('running as another user', () => {
  it('is root for COPY, whatever USER says, and that user for WORKDIR and RUN', () => {
    const { image } = built(
      'FROM alpine:3.22\nRUN adduser -D -u 1234 app\nUSER app\nWORKDIR /home/app/work\nCOPY a .\nRUN touch b\n',
      { a: '1' },
    );
    const owner = (path: string) => {
      const found = image?.end.files.lookup(path);
      return found?.is === 'present' ? found.node.uid : found?.is;
    };
    expect([owner('/home/app/work'), owner('/home/app/work/a'), owner('/home/app/work/b')]).toEqual([
      1234, 0, 1234,
    ]);
  });
});
