import { describe, expect, it } from 'vitest';
import type { ContextEntry, Project } from '../../types.ts';
import { predict } from './predict.ts';
import { applyEdit, type ProjectEdit, rebuilds } from './rebuilds.ts';

const APP = {
  'package.json': '{"name":"app"}\n',
  'package-lock.json': '{"lock":1}\n',
  'src/index.js': 'console.log(1)\n',
  'src/lib/util.js': 'exports.x=1\n',
  'README.md': '# app\n',
};

function project(
  dockerfile: string,
  extra: Partial<Project> = {},
  files: Record<string, string> = APP,
): Project {
  const entries = Object.entries({ ...files, Dockerfile: dockerfile }).map(
    ([path, content]): [string, ContextEntry] => [path, { kind: 'file', content, mode: 0o644 }],
  );
  return { files: new Map(entries), contextKnown: true, dockerfile: 'Dockerfile', ...extra };
}

/** Names of the second build's steps, those from the cache in brackets. */
function second(before: Project, edit: ProjectEdit): string[] {
  const run = rebuilds(before, edit).second;
  expect(run.error).toBeNull();
  return run.steps.map(({ name, cached }) => (cached ? `(${name})` : name));
}

/** Whether the last step is cached when the Dockerfile is replaced. */
function keeps(before: string, after: string, files: Record<string, string> = APP): boolean {
  const runs = rebuilds(project(before, {}, files), { files: { Dockerfile: after } });
  expect([runs.first.error, runs.second.error]).toEqual([null, null]);
  return runs.second.steps.at(-1)?.cached === true;
}

const DEPS_FIRST = `FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY src ./src
CMD ["node", "src/index.js"]
`;

describe('what a second build takes from the cache', () => {
  it('keeps the install when only code changes', () => {
    expect(second(project(DEPS_FIRST), { files: { 'src/index.js': 'other\n' } })).toEqual([
      '([2/5] WORKDIR /app)',
      '([3/5] COPY package*.json ./)',
      '([4/5] RUN npm ci)',
      '[5/5] COPY src ./src',
    ]);
  });

  it('repeats the install when the lock file changes, or appears', () => {
    const steps = second(project(DEPS_FIRST), { files: { 'package-lock.json': '{"lock":2}\n' } });
    expect(steps.slice(1, 3)).toEqual(['[3/5] COPY package*.json ./', '[4/5] RUN npm ci']);
    const without = { ...APP } as Record<string, string>;
    delete without['package-lock.json'];
    const later = second(project(DEPS_FIRST, {}, without), { files: { 'package-lock.json': 'x' } });
    expect(later[1]).toBe('[3/5] COPY package*.json ./');
  });

  it.each([
    ['a comment above', 'RUN echo a', '# why\nRUN echo a', true],
    ['a label in between', 'RUN echo a', 'LABEL a=b\nRUN echo a', true],
    ['exec form with the shell written out', 'RUN echo a', 'RUN ["/bin/sh", "-c", "echo a"]', true],
    ['exec form without a shell', 'RUN echo a', 'RUN ["echo", "a"]', false],
    ['an unused argument with a value', 'RUN echo a', 'ARG V=1\nRUN echo a', false],
    ['an unused argument without one', 'RUN echo a', 'ARG V\nRUN echo a', true],
    ['ENV in place of ARG', 'ARG V=1\nRUN echo a', 'ENV V=1\nRUN echo a', true],
    ['the same ENV written twice', 'ENV A=1 B=2\nRUN echo a', 'ENV A=1 B=2\nENV B=2\nRUN echo a', true],
    [
      'a variable set again that was not last',
      'ENV A=1 B=2\nRUN echo a',
      'ENV A=1 B=2\nENV A=1\nRUN echo a',
      false,
    ],
    ['another shell', 'RUN echo a', 'SHELL ["/bin/bash", "-c"]\nRUN echo a', false],
    ['the default shell', 'RUN echo a', 'SHELL ["/bin/sh", "-c"]\nRUN echo a', true],
    ['another user', 'RUN id', 'USER daemon\nRUN id', false],
    ['no network', 'RUN id', 'RUN --network=none id', false],
    ['the default network by name', 'RUN id', 'RUN --network=default id', true],
    ['a cache mount', 'RUN id', 'RUN --mount=type=cache,target=/c id', false],
    [
      'another id of a cache mount that has one',
      'RUN --mount=type=cache,id=a,target=/c id',
      'RUN --mount=type=cache,id=b,target=/c id',
      true,
    ],
    [
      'the first id of a cache mount',
      'RUN --mount=type=cache,target=/c id',
      'RUN --mount=type=cache,id=b,target=/c id',
      false,
    ],
    [
      'mounts in another order',
      'RUN --mount=type=tmpfs,target=/a --mount=type=cache,target=/b id',
      'RUN --mount=type=cache,target=/b --mount=type=tmpfs,target=/a id',
      true,
    ],
    ['another secret', 'RUN --mount=type=secret,id=a id', 'RUN --mount=type=secret,id=b id', false],
    ['./ in front of the source', 'COPY src/index.js /x/', 'COPY ./src/index.js /x/', true],
    ['a slash in front of the source', 'COPY src/index.js /x/', 'COPY /src/index.js /x/', true],
    ['a slash behind a directory', 'COPY src /x/', 'COPY src/ /x/', true],
    ['a slash behind the destination', 'COPY src /x', 'COPY src /x/', false],
    [
      'the destination seen from the directory',
      'WORKDIR /app\nCOPY src x/',
      'WORKDIR /app\nCOPY src /app/x/',
      true,
    ],
    ['ADD in place of COPY', 'COPY src /x/', 'ADD src /x/', false],
    ['ADD that does not unpack in place of COPY', 'COPY src /x/', 'ADD --unpack=false src /x/', true],
    ['a mode with a leading zero', 'COPY --chmod=755 src /x/', 'COPY --chmod=0755 src /x/', true],
    [
      '--link with --chmod, which BuildKit ignores',
      'COPY --chmod=755 src /x/',
      'COPY --link --chmod=755 src /x/',
      true,
    ],
    ['--link', 'COPY src /x/', 'COPY --link src /x/', false],
    ['sources in another order', 'COPY README.md package.json /x/', 'COPY package.json README.md /x/', false],
    ['a heredoc with the same text', 'RUN <<A\nid\nA', 'RUN <<B\nid\nB', true],
    ['a heredoc in place of a line', 'RUN id', 'RUN <<A\nid\nA', false],
    ['a health check', 'HEALTHCHECK NONE\nRUN id', 'RUN id', true],
  ])('%s', (_what, before, after, kept) => {
    expect(keeps(`FROM debian:12\n${before}\n`, `FROM debian:12\n${after}\n`)).toBe(kept);
  });

  it('counts the base image, not how its name is written', () => {
    expect(keeps('FROM debian\nRUN id\n', 'FROM docker.io/library/debian:latest\nRUN id\n')).toBe(true);
    expect(keeps('FROM debian:12\nRUN id\n', 'FROM debian:13\nRUN id\n')).toBe(false);
    const pinned = `debian:12@sha256:${'a'.repeat(64)}`;
    expect(keeps(`FROM ${pinned}\nRUN id\n`, `FROM debian:13@sha256:${'a'.repeat(64)}\nRUN id\n`)).toBe(true);
  });

  it('does not mind other content in a stage whose result stays the same', () => {
    const dockerfile = `FROM debian:12 AS build
COPY src /src
RUN mkdir /out && echo const > /out/app
FROM debian:12
COPY --from=build /out/app /app
RUN cat /app
`;
    expect(second(project(dockerfile), { files: { 'src/index.js': 'other\n' } })).toEqual([
      '[build 2/3] COPY src /src',
      '[build 3/3] RUN mkdir /out && echo const > /out/app',
      '([stage-1 2/3] COPY --from=build /out/app /app)',
      '([stage-1 3/3] RUN cat /app)',
    ]);
  });

  it('goes by how it came to be when a stage copies from the very stage it stands on', () => {
    const dockerfile = (text: string) =>
      `FROM debian:12 AS a\nRUN echo const > /f${text}\nFROM a\nCOPY --from=a /f /g\n`;
    expect(keeps(dockerfile(''), dockerfile('; true'))).toBe(false);
  });

  it('shows a linked copy as one step, carried out again when what is under it changes', () => {
    const dockerfile = (text: string) => `FROM debian:12\nRUN echo ${text}\nCOPY --link src /src\nRUN id\n`;
    const runs = rebuilds(project(dockerfile('a')), { files: { Dockerfile: dockerfile('b') } });
    expect(runs.second.steps.map(({ name, cached }) => [name, cached])).toEqual([
      ['[2/4] RUN echo b', false],
      ['[3/4] COPY --link src /src', false],
      ['[4/4] RUN id', false],
    ]);
    expect(keeps('FROM scratch\nCOPY src /src\n', 'FROM scratch\nCOPY --link src /src\n')).toBe(true);
  });

  it('fires ONBUILD in the stage that stands on the one that has it', () => {
    const dockerfile = `FROM debian:12 AS base
ONBUILD RUN echo trigger
ONBUILD COPY README.md /x
FROM base
RUN echo mine
`;
    expect(second(project(dockerfile), { files: { 'README.md': 'other\n' } })).toEqual([
      '([stage-1 1/3] ONBUILD RUN echo trigger)',
      '[stage-1 2/3] ONBUILD COPY README.md /x',
      '[stage-1 3/3] RUN echo mine',
    ]);
  });

  it('leaves out stages that the target does not need', () => {
    const dockerfile = `FROM debian:12 AS a
RUN echo a > /o
FROM debian:12 AS unused
RUN exit 1
FROM scratch AS final
COPY --from=a /o /o
`;
    expect(second(project(dockerfile), {})).toEqual([
      '([a 2/2] RUN echo a > /o)',
      '([final 1/1] COPY --from=a /o /o)',
    ]);
    expect(second(project(dockerfile), { target: 'a' })).toEqual(['([a 2/2] RUN echo a > /o)']);
  });

  it('calls equal steps of two stages by the name of the one that is met last', () => {
    const stages =
      'FROM debian:12 AS a\nRUN echo 1 > /o\nFROM debian:12 AS b\nRUN echo 1 > /o\nFROM scratch\n';
    const names = (copies: string) =>
      predict(project(stages + copies), project(stages + copies)).first.steps.map(({ name }) => name);
    expect(names('COPY --from=a /o /a\nCOPY --from=b /o /b\n')[0]).toBe('[b 2/2] RUN echo 1 > /o');
    expect(names('COPY --from=b /o /b\nCOPY --from=a /o /a\n')[0]).toBe('[a 2/2] RUN echo 1 > /o');
  });

  it('does not see the mode of a directory that was there, and sees that of a file', () => {
    const before = project('FROM debian:12\nCOPY src /src\n');
    const withMode = (path: string, entry: ContextEntry) => ({
      ...before,
      files: new Map(before.files).set(path, entry),
    });
    const directory = withMode('src/lib', { kind: 'dir', mode: 0o700 });
    expect(predict(before, directory).second.steps[0]?.cached).toBe(true);
    const file = withMode('src/index.js', { kind: 'file', content: APP['src/index.js'], mode: 0o755 });
    expect(predict(before, file).second.steps[0]?.cached).toBe(false);
  });

  it('takes a second build of a context that is not known for what it says, and claims no missing file', () => {
    const bare = { ...project('FROM debian:12\nCOPY none /x\n', {}, {}), contextKnown: false };
    const { first } = predict(bare, bare);
    expect(first.error).toBeNull();
  });
});

describe('how a build ends', () => {
  const error = (dockerfile: string, extra: Partial<Project> = {}) => {
    const built = project(dockerfile, extra);
    return predict(built, built).first.error;
  };

  it.each([
    ['RUN exit 3', 'process "/bin/sh -c exit 3" did not complete successfully: exit code: 3'],
    [
      'RUN false || exit 4',
      'process "/bin/sh -c false || exit 4" did not complete successfully: exit code: 4',
    ],
    ['RUN false; true', null],
    [
      'RUN set -e; false; true',
      'process "/bin/sh -c set -e; false; true" did not complete successfully: exit code: 1',
    ],
    ['RUN false | true', null],
    ['RUN cat /nope', 'process "/bin/sh -c cat /nope" did not complete successfully: exit code: 1'],
    ['RUN ls /nope', 'process "/bin/sh -c ls /nope" did not complete successfully: exit code: 2'],
    ['RUN test -f /nope', 'process "/bin/sh -c test -f /nope" did not complete successfully: exit code: 1'],
    ['RUN [ -d /etc ]', null],
    ['RUN if false; then exit 1; fi', null],
    [
      'RUN whatever-it-is',
      'process "/bin/sh -c whatever-it-is" did not complete successfully: exit code: 127',
    ],
    [
      'RUN echo "a" && exit 1',
      'process "/bin/sh -c echo \\"a\\" && exit 1" did not complete successfully: exit code: 1',
    ],
    [
      'COPY nope /x',
      'failed to compute cache key: failed to calculate checksum of ref <ref>: "/nope": not found',
    ],
    ['COPY *.nope /x/', null],
    [
      'COPY --parents src/nope /x/',
      'failed to compute cache key: failed to calculate checksum of ref <ref>: "/src/nope": not found',
    ],
    [
      'COPY --from=debian:99 /x /x',
      'debian:99: failed to resolve source metadata for docker.io/library/debian:99: docker.io/library/debian:99: not found',
    ],
    ['USER nobodyhere', null],
    ['WORKDIR /etc/passwd/x', 'lstat /etc/passwd/x: not a directory'],
    ['COPY --link --chown=app src /x', 'invalid user index: -1'],
    ['COPY --link --chown=1000:1000 src /x', null],
    [
      'RUN --mount=type=bind,source=nope,target=/x id',
      'failed to compute cache key: failed to calculate checksum of ref <ref>: "/nope": not found',
    ],
  ])('%s', (instruction, expected) => {
    expect(error(`FROM debian:12\n${instruction}\n`)).toBe(expected);
  });

  it('does not find the shell in an empty image, nor a stage that comes later', () => {
    expect(error('FROM scratch\nRUN id\n')).toBe(
      'process "/bin/sh -c id" did not complete successfully: exit code: 1',
    );
    expect(error('FROM final\nRUN id\nFROM debian:12 AS final\nCOPY --from=0 / /x\n')).toBe(
      'final: failed to resolve source metadata for docker.io/library/final:latest: docker.io/library/final:latest: not found',
    );
  });

  it('misses a required secret only when it is known which are given', () => {
    const dockerfile = 'FROM debian:12\nRUN --mount=type=secret,id=token,required=true id\n';
    expect(error(dockerfile)).toBeNull();
    expect(error(dockerfile, { secrets: {} })).toBe('secret token: not found');
    expect(error(dockerfile, { secrets: { token: 'x' } })).toBeNull();
  });

  it('keeps what was completed before the failure, and nothing when a source is missing', () => {
    const broken = project('FROM debian:12\nRUN echo one\nRUN exit 1\n');
    expect(second2(broken, { files: { Dockerfile: 'FROM debian:12\nRUN echo one\nRUN true\n' } })).toEqual([
      true,
      false,
    ]);
    const missing = project('FROM debian:12\nRUN echo one\nCOPY nope /x\n');
    expect(second2(missing, { files: { nope: 'here now' } })).toEqual([false, false]);
  });

  it('says how every step of a failed build ended', () => {
    const built = project(
      'FROM debian:12 AS slow\nRUN sleep 5\nFROM debian:12\nRUN echo one\nRUN exit 1\nCOPY --from=slow /x /x\n',
    );
    const { steps } = predict(built, built).first;
    expect(steps.map(({ name, status }) => [name, status])).toEqual([
      ['[slow 2/2] RUN sleep 5', 'canceled'],
      ['[stage-1 2/4] RUN echo one', 'done'],
      ['[stage-1 3/4] RUN exit 1', 'failed'],
    ]);
  });

  function second2(before: Project, edit: ProjectEdit): boolean[] {
    return rebuilds(before, edit).second.steps.map(({ cached }) => cached);
  }
});

describe('why a step is carried out again', () => {
  const why = (before: Project, edit: ProjectEdit) =>
    predict(before, applyEdit(before, edit)).second.steps.map(({ reason }) => reason);

  it('names the file, and then the step', () => {
    expect(why(project(DEPS_FIRST), { files: { 'package.json': 'x' } })).toEqual([
      null,
      'package.json changed.',
      'It stands on [3/5] COPY package*.json ./, which was carried out again.',
      'It stands on [3/5] COPY package*.json ./, which was carried out again.',
    ]);
    expect(why(project(DEPS_FIRST), { files: { 'src/new.js': 'x' } }).at(-1)).toBe('src/new.js is new.');
    expect(why(project(DEPS_FIRST), { files: { 'src/index.js': null } }).at(-1)).toBe(
      'src/index.js is gone.',
    );
    expect(why(project(DEPS_FIRST), { files: { 'src/index.js': 'x', 'src/lib/util.js': 'y' } }).at(-1)).toBe(
      'src/index.js changed, and so did one other path.',
    );
  });

  it('names the build argument, the variable, the command and the base', () => {
    const argument = project('FROM debian:12\nARG VERSION=1\nRUN echo a\n');
    expect(why(argument, { buildArgs: { VERSION: '2' } })).toEqual(['The build argument VERSION changed.']);
    const variable = project('FROM debian:12\nENV MODE=dev\nRUN echo a\n');
    const replaced = (from: string, to: string) => ({
      files: { Dockerfile: `FROM debian:12\nENV MODE=dev\nRUN echo a\n`.replace(from, to) },
    });
    expect(why(variable, replaced('dev', 'prod'))).toEqual(['The variable MODE changed.']);
    expect(why(variable, replaced('echo a', 'echo b'))).toEqual(['The command changed.']);
    expect(why(variable, replaced('debian:12', 'debian:13'))).toEqual(['The base image is another one.']);
    expect(why(variable, replaced('RUN echo a', 'RUN echo a\nRUN echo b'))).toEqual([
      null,
      'This step is new.',
    ]);
  });
});
