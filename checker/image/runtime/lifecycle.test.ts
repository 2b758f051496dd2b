import { describe, expect, it, test } from 'vitest';
import type { ContextEntry, Project } from '../../types.ts';
import { type LifecycleOptions, lifecycleView } from './lifecycle.ts';

const HANDLES = `import { createServer } from 'node:http';
const server = createServer((_, response) => response.end('ok')).listen(3000);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;
const WITHOUT = `import { createServer } from 'node:http';
createServer((_, response) => response.end('ok')).listen(3000);
`;
const EXEC = '#!/bin/sh\nset -e\nnode migrate.js\nexec "$@"\n';
const KEEPS = '#!/bin/sh\nset -e\nnode migrate.js\n"$@"\n';

function life(
  dockerfile: string,
  files: Readonly<Record<string, string>> = {},
  options: Partial<LifecycleOptions> = {},
) {
  const all = {
    Dockerfile: `${dockerfile.startsWith('FROM') ? '' : 'FROM node:24-slim\n'}WORKDIR /app\nCOPY . .\n${dockerfile}`,
    'server.js': HANDLES,
    'migrate.js': '',
    'package.json': '{"type":"module","scripts":{"start":"node server.js"}}',
    ...files,
  };
  if (dockerfile.startsWith('FROM')) all.Dockerfile = dockerfile.replace('\n', '\nWORKDIR /app\nCOPY . .\n');
  const entries = Object.entries(all).map(([path, content]): [string, ContextEntry] => [
    path,
    { kind: 'file', content, mode: 0o755 },
  ]);
  const project: Project = { files: new Map(entries), contextKnown: true, dockerfile: 'Dockerfile' };
  return lifecycleView(project, { args: [], init: false, timeout: 10, ...options });
}

/** The processes that run when the stop comes. */
const tree = (view: ReturnType<typeof life>) =>
  view.steps.find(({ title }) => title.startsWith('docker stop'))?.processes.map(({ command }) => command);

describe('what was tried in a PID namespace', () => {
  it.each([
    ['exec form, with a handler', 'CMD ["node", "server.js"]', {}, {}, 'graceful', 0],
    ['exec form, without one', 'CMD ["node", "server.js"]', { 'server.js': WITHOUT }, {}, 'killed', 137],
    ['shell form on Debian', 'CMD node server.js', {}, {}, 'killed', 137],
    ['shell form on Alpine', 'FROM node:24-alpine\nCMD node server.js', {}, {}, 'graceful', 0],
    ['shell form with exec', 'CMD exec node server.js', {}, {}, 'graceful', 0],
    ['bash -c', 'CMD ["bash", "-c", "node migrate.js && node server.js"]', {}, {}, 'graceful', 0],
    ['bash -c with more to do', 'CMD ["bash", "-c", "node server.js; true"]', {}, {}, 'killed', 137],
    [
      'a script with exec',
      'ENTRYPOINT ["./start.sh"]\nCMD ["node", "server.js"]',
      { 'start.sh': EXEC },
      {},
      'graceful',
      0,
    ],
    [
      'a script without',
      'ENTRYPOINT ["./start.sh"]\nCMD ["node", "server.js"]',
      { 'start.sh': KEEPS },
      {},
      'killed',
      137,
    ],
    [
      'a script that bash reads, without',
      'ENTRYPOINT ["./start.sh"]\nCMD ["node", "server.js"]',
      { 'start.sh': KEEPS.replace('/bin/sh', '/bin/bash') },
      {},
      'killed',
      137,
    ],
    [
      'a script with a trap',
      'CMD ["./start.sh"]',
      {
        'start.sh':
          '#!/bin/sh\nnode server.js &\npid=$!\ntrap "kill -TERM $pid" TERM\nwait $pid\nwait $pid\n',
      },
      {},
      'graceful',
      undefined,
    ],
    ['npm start on Debian', 'CMD ["npm", "start"]', {}, {}, 'cut-off', 1],
    ['npm start on Alpine', 'FROM node:24-alpine\nCMD ["npm", "start"]', {}, {}, 'graceful', undefined],
    [
      'an init, without a handler',
      'CMD ["node", "server.js"]',
      { 'server.js': WITHOUT },
      { init: true },
      'ended',
      143,
    ],
    ['an init, with a handler', 'CMD ["node", "server.js"]', {}, { init: true }, 'graceful', 0],
    ['an init and the shell form', 'CMD node server.js', {}, { init: true }, 'cut-off', 143],
    ['an init and npm', 'CMD ["npm", "start"]', {}, { init: true }, 'cut-off', 143],
    [
      'Python without a handler',
      'FROM python:3.12-slim\nCMD ["python", "w.py"]',
      { 'w.py': 'import time\ntime.sleep(60)\n' },
      {},
      'killed',
      137,
    ],
    [
      'Python and SIGINT, caught',
      'FROM python:3.12-slim\nSTOPSIGNAL SIGINT\nCMD ["python", "w.py"]',
      { 'w.py': 'import time\ntry:\n    time.sleep(60)\nexcept KeyboardInterrupt:\n    pass\n' },
      {},
      'graceful',
      0,
    ],
    [
      'Python and SIGINT, not caught',
      'FROM python:3.12-slim\nSTOPSIGNAL SIGINT\nCMD ["python", "w.py"]',
      { 'w.py': 'import time\ntime.sleep(60)\n' },
      {},
      'graceful',
      130,
    ],
  ] as const)('%s', (_name, dockerfile, files, options, outcome, code) => {
    const view = life(dockerfile, files, options);
    expect([view.outcome, view.code], JSON.stringify(view.steps.map(({ title }) => title))).toEqual([
      outcome,
      code,
    ]);
  });
});

describe('scripts that pass a signal on', () => {
  const trap = (line: string) => `#!/bin/sh\npython w.py &\npid=$!\n${line}\nwait $pid\n`;
  const catches = 'import time\ntry:\n    time.sleep(60)\nexcept KeyboardInterrupt:\n    pass\n';
  const python = (script: string, worker: string) =>
    life('FROM python:3.12-slim\nENTRYPOINT ["./start.sh"]', { 'start.sh': script, 'w.py': worker }).outcome;

  test('a program in the background ignores SIGINT, unless it sets a handler itself', () => {
    expect(python(trap("trap 'kill -INT $pid' TERM"), catches)).toBe('killed');
    const own = 'import signal, time\nsignal.signal(signal.SIGINT, lambda *_: None)\ntime.sleep(60)\n';
    expect(python(trap("trap 'kill -INT $pid' TERM"), own)).toBe('graceful');
  });

  test('a trap for another signal is none', () => {
    expect(python(trap("trap 'kill $pid' HUP"), catches)).toBe('killed');
  });

  test('dumb-init translates', () => {
    const view = life(
      'FROM python:3.12-slim\nRUN apt-get update && apt-get install -y dumb-init\nENTRYPOINT ["dumb-init", "-r", "15:2"]\nCMD ["python", "w.py"]',
      { 'w.py': catches },
    );
    expect([view.outcome, view.code]).toEqual(['graceful', 0]);
  });
});

describe('the tree', () => {
  test('a shell stands in front of its child', () => {
    expect(tree(life('CMD node server.js'))).toEqual(['/bin/sh -c node server.js', 'node server.js']);
  });

  test('exec leaves no trace of the script', () => {
    const view = life('ENTRYPOINT ["./start.sh"]\nCMD ["node", "server.js"]', { 'start.sh': EXEC });
    expect(tree(view)).toEqual(['node server.js']);
  });

  test('npm puts two programs in front', () => {
    expect(tree(life('CMD ["npm", "start"]'))).toEqual([
      'npm start',
      'sh -c node server.js',
      'node server.js',
    ]);
  });

  test('--init comes first', () => {
    expect(tree(life('CMD ["node", "server.js"]', {}, { init: true }))?.[0]).toMatch(/docker-init/);
  });
});

describe('the command', () => {
  const words = (view: ReturnType<typeof life>) => view.command.map(({ text, from }) => `${from}: ${text}`);

  test('words of docker run take the place of CMD, not of ENTRYPOINT', () => {
    const view = life('ENTRYPOINT ["node"]\nCMD ["server.js"]', {}, { args: ['migrate.js'] });
    expect(words(view)).toEqual(['ENTRYPOINT: node', 'docker run: migrate.js']);
  });

  test('after an ENTRYPOINT in shell form nothing else counts', () => {
    const view = life('ENTRYPOINT node server.js\nCMD ["ignored"]');
    expect(words(view)).toEqual(['ENTRYPOINT: /bin/sh', 'ENTRYPOINT: -c', 'ENTRYPOINT: node server.js']);
    expect(view.steps[0]?.text).toMatch(/CMD is ignored/);
  });
});

describe('the arguments of a start script', () => {
  const started = (script: string, dockerfile: string, args: readonly string[] = []) =>
    tree(life(dockerfile, { 'start.sh': `#!/bin/sh\n${script}\n` }, { args }))?.at(-1);
  const ENTRY = 'ENTRYPOINT ["./start.sh"]';

  it.each([
    ['exec "$@"', `${ENTRY}\nCMD ["node", "server.js"]`, [], 'node server.js'],
    ['exec "$@"', `${ENTRY}\nCMD ["node", "server.js"]`, ['node', 'migrate.js'], 'node migrate.js'],
    ['[ $# -gt 0 ] || set -- node server.js\nexec "$@"', ENTRY, [], 'node server.js'],
    ['[ $# -gt 0 ] || set -- node server.js\nexec "$@"', ENTRY, ['node', 'migrate.js'], 'node migrate.js'],
    ['exec node "$1"', `${ENTRY}\nCMD ["server.js"]`, [], 'node server.js'],
    ['exec "$@"', 'ENTRYPOINT ["sh", "start.sh"]\nCMD ["node", "server.js"]', [], 'node server.js'],
    [
      '',
      'ENTRYPOINT ["sh", "-c", "exec \\"$0\\" \\"$@\\""]\nCMD ["node", "server.js"]',
      [],
      'node server.js',
    ],
  ])('%s under %s with %j', (script, dockerfile, args, words) => {
    expect(started(script, dockerfile, args)).toBe(words);
  });
});

describe('what does not start', () => {
  it.each([
    ['a missing program', 'FROM python:3.12-slim\nCMD ["deno", "run"]', {}, 127],
    ['a missing user', 'USER appuser\nCMD ["node", "server.js"]', {}, undefined],
    ['a script without a first line', 'ENTRYPOINT ["./start.sh"]', { 'start.sh': 'node server.js\n' }, 126],
    ['a script of Windows', 'CMD ["./start.sh"]', { 'start.sh': '#!/bin/sh\r\nnode server.js\r\n' }, 127],
    [
      'a script for bash on Alpine',
      'FROM node:24-alpine\nCMD ["./start.sh"]',
      { 'start.sh': '#!/bin/bash\nexec node server.js\n' },
      127,
    ],
  ] as const)('%s', (_name, dockerfile, files, code) => {
    const view = life(dockerfile, files);
    expect([view.outcome, view.code], view.steps.at(-1)?.text).toEqual(['not-started', code]);
  });
});
