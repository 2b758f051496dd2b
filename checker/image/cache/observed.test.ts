import { expect, it } from 'vitest';
import { predictLine } from './jsonl.ts';

/*
 * What BuildKit was seen to do, beside the recordings: a build, an edit, and what the second build prints. Steps from
 * the cache stand in brackets. A content of another size is noticed without a time of change.
 */

type Context = Record<string, string | object>;

const listed = (files: Context) =>
  Object.entries(files).map(([path, file]) =>
    typeof file === 'string' ? { path, content: file } : { path, ...file },
  );

const files: Context = {
  a: '1\n',
  'package.json': '{}\n',
  'src/x.js': '1\n',
  'src/lib/y.js': '1\n',
  'README.md': 'r\n',
};

function seen(
  about: string,
  dockerfile: string,
  edit: object,
  wanted: string[] | string,
  context = files,
  extra: object = {},
) {
  it(about, () => {
    const { second } = predictLine({ id: about, dockerfile, context: listed(context), ...extra, edit });
    const steps = second.steps.map(({ name, cached }) => (cached ? `(${name})` : name));
    expect(second.error ?? steps).toEqual(wanted);
  });
}

/** The context with other files in it. */
const edited = (other: Context) => ({ context: listed({ ...files, ...other }) });

const D = 'FROM debian:12\nWORKDIR /app\nCOPY src /app/src\nRUN ls\n';
const kept = ['([2/4] WORKDIR /app)', '([3/4] COPY src /app/src)', '([4/4] RUN ls)'],
  changed = ['([2/4] WORKDIR /app)', '[3/4] COPY src /app/src', '[4/4] RUN ls'];
seen('mtime', D, { context: listed({ ...files, 'src/x.js': { content: '1\n', mtime: 999 } }) }, kept, {
  ...files,
  'src/x.js': { content: '1\n', mtime: 1 },
});
seen(
  'file mode',
  D,
  { context: listed({ ...files, 'src/x.js': { content: '1\n', mode: 0o755 } }) },
  changed,
  { ...files, 'src/x.js': { content: '1\n', mode: 0o644 } },
);
seen('empty dir', D, { context: listed({ ...files, 'src/empty': { dir: true } }) }, changed);
seen(
  'chmod of dir missed',
  D,
  { context: listed({ ...files, 'src/lib': { dir: true, mode: 0o700 } }) },
  kept,
  { ...files, 'src/lib': { dir: true, mode: 0o755 } },
);
const A = 'FROM debian:12\nWORKDIR /app\nCOPY . .\n';
seen('comment in Dockerfile', A, { dockerfile: `# x\n${A}` }, ['([2/3] WORKDIR /app)', '[3/3] COPY . .']);
seen('comment ignored', A, { dockerfile: `# x\n${A}` }, ['([2/3] WORKDIR /app)', '([3/3] COPY . .)'], {
  ...files,
  '.dockerignore': 'Dockerfile\n.dockerignore\n',
});
seen(
  'moved same base',
  'FROM debian:12\nCOPY src/x.js /x.js\n',
  { dockerfile: 'FROM debian:12\nCOPY other/x.js /x.js\n' },
  ['([2/2] COPY other/x.js /x.js)'],
  { ...files, 'other/x.js': '1\n' },
);
seen(
  'other base name',
  'FROM debian:12\nCOPY src/x.js /x.js\n',
  { dockerfile: 'FROM debian:12\nCOPY src/z.js /x.js\n' },
  ['[2/2] COPY src/z.js /x.js'],
  { ...files, 'src/z.js': '1\n' },
);
seen(
  'dest . vs /app/',
  'FROM debian:12\nWORKDIR /app\nCOPY a .\n',
  { dockerfile: 'FROM debian:12\nWORKDIR /app\nCOPY ./a /app/\n' },
  ['([2/3] WORKDIR /app)', '([3/3] COPY ./a /app/)'],
);
seen(
  'json',
  'FROM debian:12\nWORKDIR /app\nCOPY a .\n',
  { dockerfile: 'FROM debian:12\nWORKDIR /app\nCOPY ["a", "."]\n' },
  ['([2/3] WORKDIR /app)', '([3/3] COPY [a, .])'],
);
seen(
  '. . vs . /app',
  A,
  { dockerfile: A.replace('. .', '. /app') },
  ['([2/3] WORKDIR /app)', '[3/3] COPY . /app'],
  { ...files, '.dockerignore': 'Dockerfile\n' },
);
for (const [x, y] of [
  ['COPY a /x', 'ADD a /x'],
  ['COPY --chown=1 a /x', 'COPY --chown=2 a /x'],
  ['COPY --chown=daemon a /x', 'COPY --chown=1 a /x'],
  ['COPY src /x', 'COPY --exclude=*.zz src /x'],
  ['COPY a README.md /x/', 'COPY a /x/\nCOPY README.md /x/'],
  ['COPY a /x', 'COPY --link a /x'],
] as const)
  seen(
    `${x} -> ${y}`,
    `FROM debian:12\n${x}\n`,
    { dockerfile: `FROM debian:12\n${y}\n` },
    y.split('\n').map((l, i, arr) => `[${i + 2}/${arr.length + 1}] ${l}`),
  );
seen(
  '**/*.json one level',
  'FROM debian:12\nCOPY **/*.json /x/\n',
  { context: listed({ 'p.json': '2', 'd/q.json': '1', 'd/e/r.json': '2' }) },
  ['([2/2] COPY **/*.json /x/)'],
  { 'p.json': '1', 'd/q.json': '1', 'd/e/r.json': '1' },
);
seen(
  '**/*.json changes',
  'FROM debian:12\nCOPY **/*.json /x/\n',
  { context: listed({ 'p.json': '1', 'd/q.json': '22' }) },
  ['[2/2] COPY **/*.json /x/'],
  { 'p.json': '1', 'd/q.json': '1' },
);
seen('wild none', 'FROM debian:12\nCOPY *.zip /x/\n', {}, ['([2/2] COPY *.zip /x/)']);
const becomes = (a: string, b: string, want: string[]) =>
  seen(`${a} => ${b}`, `FROM debian:12\n${a}\n`, { dockerfile: `FROM debian:12\n${b}\n` }, want);
becomes('RUN echo a\nRUN echo b', 'RUN echo  a; :\nRUN echo b', ['[2/3] RUN echo  a; :', '[3/3] RUN echo b']);
becomes('RUN echo a', 'ARG X=\nRUN echo a', ['[2/2] RUN echo a']);
becomes('RUN echo a', 'ARG HTTP_PROXY\nRUN echo a', ['([2/2] RUN echo a)']);
becomes('ENV X=1\nARG X=2\nRUN echo a', 'ENV X=1\nARG X=3\nRUN echo a', ['[2/2] RUN echo a']);
becomes('ARG X=2\nENV X=1\nRUN echo a', 'ARG X=3\nENV X=1\nRUN echo a', ['([2/2] RUN echo a)']);
becomes('RUN a=1 && \\\n  # c\n  echo b', 'RUN a=1 && \\\n  # other\n  echo b', [
  '([2/2] RUN a=1 &&   echo b)',
]);
becomes('RUN a=1 && \\\n  echo b', 'RUN a=1 && \\\n    echo b', ['[2/2] RUN a=1 &&     echo b']);
becomes('ENV A=1\nCOPY a /x\nWORKDIR /w', 'ENV A=2\nCOPY a /x\nWORKDIR /w', [
  '([2/3] COPY a /x)',
  '([3/3] WORKDIR /w)',
]);
becomes('COPY a /x\nUSER daemon\nWORKDIR /w\nRUN id', 'COPY a /x\nUSER root\nWORKDIR /w\nRUN id', [
  '([2/4] COPY a /x)',
  '[3/4] WORKDIR /w',
  '[4/4] RUN id',
]);
becomes('RUN id\nWORKDIR /\nRUN ls', 'RUN id\nWORKDIR /\nRUN ls -l', ['([2/4] RUN id)', '[3/4] RUN ls -l']);
becomes('RUN <<A\nid\nA', 'RUN <<B\nid\nB', ['([2/2] RUN <<B (id))']);
becomes('COPY <<A /x\nid\nA', 'COPY <<B /x\nid\nB', ['[2/2] COPY <<B /x']);
becomes('RUN --mount=type=secret,id=a id', 'RUN --mount=type=secret,id=b id', [
  '[stage-0 2/2] RUN --mount=type=secret,id=b id',
]);
becomes('RUN --mount=type=tmpfs,target=/a id', 'RUN --mount=type=tmpfs,target=/b id', [
  '[stage-0 2/2] RUN --mount=type=tmpfs,target=/b id',
]);
const M =
  'FROM debian:12 AS a\nCOPY a /x\nRUN cat /x > /dev/null; echo hi > /out\nFROM debian:12 AS b\nCOPY --from=a /out /out\nRUN cat /out\n';
seen('same output', M, edited({ a: '22\n' }), [
  '[a 2/3] COPY a /x',
  '[a 3/3] RUN cat /x > /dev/null; echo hi > /out',
  '([b 2/3] COPY --from=a /out /out)',
  '([b 3/3] RUN cat /out)',
]);
seen('rename stage', M, { dockerfile: M.replace('AS a', 'AS q').replace('from=a', 'from=q') }, [
  '([q 2/3] COPY a /x)',
  '([q 3/3] RUN cat /x > /dev/null; echo hi > /out)',
  '([b 2/3] COPY --from=q /out /out)',
  '([b 3/3] RUN cat /out)',
]);
seen(
  'numbering',
  `FROM debian:12\n${Array.from({ length: 10 }, (_, i) => `RUN echo ${i}`).join('\n')}\n`,
  {},
  Array.from({ length: 10 }, (_, i) => `([${String(i + 2).padStart(2)}/11] RUN echo ${i})`),
);
seen(
  'onbuild',
  'FROM debian:12 AS b\nONBUILD COPY a /x\nONBUILD RUN ls\nFROM b\nCOPY src /s\nRUN id\n',
  edited({ a: '22\n' }),
  [
    '[stage-1 1/4] ONBUILD COPY a /x',
    '[stage-1 2/4] ONBUILD RUN ls',
    '[stage-1 3/4] COPY src /s',
    '[stage-1 4/4] RUN id',
  ],
);
const fails = (dockerfile: string, words: string) => seen(dockerfile, dockerfile, {}, words);
fails(
  'FROM debian:12\nUSER appuser\nRUN id\n',
  'process "/bin/sh -c id" did not complete successfully: unable to find user appuser: no matching entries in passwd file',
);
fails(
  'FROM debian:12\nUSER root:nogrp\nRUN id\n',
  'process "/bin/sh -c id" did not complete successfully: unable to find group nogrp: no matching entries in group file',
);
fails('FROM scratch\nCOPY --chown=foo a /x\n', 'invalid user index: -1');
fails(
  'FROM debian:12\nCOPY missing.txt /x\n',
  'failed to compute cache key: failed to calculate checksum of ref <ref>: "/missing.txt": not found',
);
seen('copy ../', 'FROM debian:12\nCOPY ../a /x\n', {}, ['([2/2] COPY ../a /x)']);
seen('chown unknown', 'FROM debian:12\nCOPY --chown=foo a /x\n', {}, ['([2/2] COPY --chown=foo a /x)']);
seen(
  'secret appears',
  'FROM debian:12\nRUN --mount=type=secret,id=t cat /run/secrets/t || true\n',
  { secrets: { t: 'x' } },
  ['([stage-0 2/2] RUN --mount=type=secret,id=t cat /run/secrets/t || true)'],
);
seen(
  'target',
  `${M}FROM debian:12\nRUN false\n`,
  {},
  [
    '([a 2/3] COPY a /x)',
    '([a 3/3] RUN cat /x > /dev/null; echo hi > /out)',
    '([b 2/3] COPY --from=a /out /out)',
    '([b 3/3] RUN cat /out)',
  ],
  files,
  { target: 'b' },
);
seen('target num', M, {}, 'target stage "0" could not be found (did you mean a?)', files, { target: '0' });
seen('base env', 'FROM python:3.12 AS x\nFROM debian:12\nRUN id\n', {}, ['([stage-1 2/2] RUN id)']);
seen('copy parents', 'FROM debian:12\nCOPY --parents src/lib/y.js /x/\n', edited({ 'src/x.js': '99\n' }), [
  '([2/2] COPY --parents src/lib/y.js /x/)',
]);
seen('exclude', 'FROM debian:12\nCOPY --exclude=*.md . /x/\n', edited({ 'README.md': '99\n' }), [
  '([2/2] COPY --exclude=*.md . /x/)',
]);
seen('add url', 'FROM debian:12\nADD https://example.com/f /x/\n', {}, [
  '([2/2] ADD https://example.com/f /x/)',
]);
seen('add git', 'FROM debian:12\nADD https://github.com/a/b.git#v1 /x/\nRUN ls\n', {}, [
  '([2/3] ADD https://github.com/a/b.git#v1 /x/)',
  '([3/3] RUN ls)',
]);
seen(
  'syntax line',
  '# syntax=docker/dockerfile:1\nFROM debian:12\nCOPY a /x\n',
  { dockerfile: '# syntax=docker/dockerfile:1.7\nFROM debian:12\nCOPY a /x\n' },
  ['([2/2] COPY a /x)'],
);
seen(
  'link base',
  'FROM debian:12\nRUN id\nCOPY --link a /x\n',
  { dockerfile: 'FROM debian:12\nRUN id -u\nCOPY --link a /x\n' },
  ['[2/3] RUN id -u', '[3/3] COPY --link a /x'],
);
seen(
  'first step from itself',
  'FROM debian:12 AS a\nCOPY a /x\nRUN echo hi > /out\nFROM a\nCOPY --from=a /out /o2\n',
  edited({ a: '22\n' }),
  ['[a 2/3] COPY a /x', '[a 3/3] RUN echo hi > /out', '[stage-1 1/1] COPY --from=a /out /o2'],
);
seen(
  'dedup',
  'FROM debian:12 AS a\nRUN id\nFROM debian:12 AS b\nRUN id\nCOPY --from=a /etc/passwd /p\n',
  {},
  ['([b 2/3] RUN id)', '([b 3/3] COPY --from=a /etc/passwd /p)'],
);
seen('ignore edit keeps', 'FROM debian:12\nCOPY src /s\n', { dockerignore: 'README.md\n' }, [
  '([2/2] COPY src /s)',
]);
seen('ignore edit drops', 'FROM debian:12\nCOPY src /s\n', { dockerignore: 'src/lib\n' }, [
  '[2/2] COPY src /s',
]);
seen('from image', 'FROM debian:12\nCOPY --from=nginx:1.27 /etc/nginx /e\n', {}, [
  '([stage-0 2/2] COPY --from=nginx:1.27 /etc/nginx /e)',
]);
