import { describe, expect, it } from 'vitest';
import * as goals from './goals.ts';

const facts = (...texts: string[]) =>
  goals.composeFacts(texts.map((text, index) => ({ path: `compose.${index}.yaml`, text })));
const web = (body: string, rest = '') => `services:\n  web:\n${body.replace(/^/gm, '    ')}\n${rest}`;
const verdict = (check: goals.ComposeCheck, ...texts: string[]) => check(facts(...texts)).is;

describe.each<[string, goals.ComposeCheck, { yes: string[]; no: string[]; unknown?: string[] }]>([
  [
    'limits',
    goals.limits('web', { memory: '1g' }),
    {
      yes: [
        web('image: a\ndeploy: {resources: {limits: {cpus: "0.5", memory: 512M}}}'),
        web('image: a\ncpus: 0.5\nmem_limit: 1g'),
        web('image: a\ncpu_quota: 50000\nmem_limit: 512m'),
        web('image: a\ncpus: 1\ndeploy: {resources: {limits: {memory: 512M}}}'),
      ],
      no: [
        web('image: a'),
        web('image: a\nmem_limit: 512m'),
        web('image: a\ncpus: 0.5\nmem_limit: 2g'),
        web('image: a\ncpus: 0\nmem_limit: 1g'),
        'services:\n  other: {image: a}\n',
        'services: [\n',
      ],
      unknown: [web('image: a\ncpus: 1\nmem_limit: ${MEM}'), web('extends: {file: x.yaml, service: web}')],
    },
  ],
  [
    'mountsSource',
    goals.mountsSource('web'),
    {
      yes: [
        web('build: .\nvolumes: [".:/app"]'),
        web('build: .\nvolumes: [{type: bind, source: ./src, target: /app/src}]'),
        web('build: .\ndevelop: {watch: [{path: src, action: sync, target: /app/src}]}'),
        web('image: node:22\nvolumes: ["./:/app"]'),
        web('build: .\nvolumes: ["$PWD/src:/app/src"]'),
      ],
      no: [
        web('build: .'),
        web('build: .\nvolumes: ["data:/app"]'),
        web('build: .\ndevelop: {watch: [{path: src, action: rebuild}]}'),
      ],
      unknown: [web('build: .\nvolumes: ["${SRC}:/app"]')],
    },
  ],
  [
    'runsItsImage',
    goals.runsItsImage('web'),
    {
      yes: [web('build: .'), web('build: .\nvolumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]')],
      no: [web('build: .\nvolumes: [".:/app"]')],
    },
  ],
  [
    'hotReloads',
    goals.hotReloads('web'),
    {
      yes: [
        web('build: .\nvolumes: [".:/app"]\ncommand: npm run dev'),
        web('build: .\nvolumes: [".:/app"]\ncommand: [node, --watch, server.js]'),
        web(
          'build: .\nvolumes: [".:/app"]\ncommand: python -X frozen_modules=off -m debugpy --listen 0.0.0.0:5678 -m uvicorn main:app --reload',
        ),
        web('build: .\nvolumes: [".:/app"]\ncommand: python -u manage.py runserver 0.0.0.0:8000'),
        web('build: .\ndevelop: {watch: [{path: ., action: rebuild}]}'),
        web('build: .\ndevelop: {watch: [{path: src, action: sync+restart, target: /app}]}'),
      ],
      no: [
        web('build: .\nvolumes: [".:/app"]\ncommand: node server.js'),
        web('build: .\nvolumes: [".:/app"]\ncommand: python app.py -m uvicorn --reload'),
        web('build: .\ncommand: npm run dev'),
      ],
      unknown: [web('build: .\nvolumes: [".:/app"]')],
    },
  ],
  [
    'debugPort',
    goals.debugPort('web'),
    {
      yes: [
        web('build: .\ncommand: node --inspect=0.0.0.0:9229 server.js\nports: ["127.0.0.1:9229:9229"]'),
        web(
          'build: .\ncommand: [node, "--inspect=0.0.0.0", server.js]\nports: [{target: 9229, published: 9229}]',
        ),
        web('build: .\ncommand: python -m debugpy --listen 0.0.0.0:5678 app.py\nports: ["5678:5678"]'),
        web(
          'build: .\ncommand: node server.js\nenvironment: {NODE_OPTIONS: "--inspect=0.0.0.0:9229"}\nports: ["9229:9229"]',
        ),
      ],
      no: [
        web('build: .\nports: ["80:3000"]'),
        web('build: .\ncommand: node server.js\nports: ["9229:9229"]'),
      ],
      unknown: [web('build: .\nports: ["9229:9229"]')],
    },
  ],
  [
    'waitsForHealthy',
    goals.waitsForHealthy('web', 'db'),
    {
      yes: [
        web(
          'image: a\ndepends_on: {db: {condition: service_healthy}}',
          '  db:\n    image: postgres:17\n    healthcheck: {test: pg_isready}\n',
        ),
      ],
      no: [
        web('image: a'),
        web(
          'image: a\ndepends_on: [db]',
          '  db:\n    image: postgres:17\n    healthcheck: {test: pg_isready}\n',
        ),
        web('image: a\ndepends_on: {db: {condition: service_healthy}}', '  db:\n    image: postgres:17\n'),
        web(
          'image: a\ndepends_on: {db: {condition: service_healthy}}',
          '  db:\n    image: postgres:17\n    healthcheck: {disable: true}\n',
        ),
      ],
      unknown: [
        web('image: a\ndepends_on: {db: {condition: service_healthy}}', '  db:\n    image: example/db:1\n'),
      ],
    },
  ],
  [
    'noSecretInFile',
    goals.noSecretInFile(),
    {
      yes: [
        web('image: a\nenvironment: {DB_PASSWORD: "${DB_PASSWORD}"}'),
        web('image: a\nenvironment: {DB_PASSWORD_FILE: /run/secrets/db}'),
      ],
      no: [web('image: a\nenvironment: {DB_PASSWORD: hunter2}')],
    },
  ],
  [
    'usesSecret',
    goals.usesSecret('web'),
    {
      yes: [
        web('image: a\nsecrets: [db]', 'secrets: {db: {file: db.txt}}\n'),
        web('image: a\nsecrets: [{source: db, target: x}]', 'secrets: {db: {environment: X}}\n'),
      ],
      no: [web('image: a'), web('image: a\nsecrets: [db]')],
    },
  ],
  [
    'readOnlyRoot',
    goals.readOnlyRoot('web'),
    {
      yes: [web('image: a\nread_only: true')],
      no: [web('image: a'), web('image: a\nread_only: false')],
      unknown: [web('image: a\nread_only: ${RO}')],
    },
  ],
  [
    'noNewPrivileges',
    goals.noNewPrivileges('web'),
    { yes: [web('image: a\nsecurity_opt: ["no-new-privileges:true"]')], no: [web('image: a')] },
  ],
  [
    'restarts',
    goals.restarts('web'),
    {
      yes: [
        web('image: a\nrestart: unless-stopped'),
        web('image: a\nrestart: on-failure:3'),
        web('image: a\ndeploy: {restart_policy: {condition: any}}'),
      ],
      no: [web('image: a'), web('image: a\nrestart: "no"')],
    },
  ],
  [
    'hasHealthcheck',
    goals.hasHealthcheck('web'),
    {
      yes: [web('image: a\nhealthcheck: {test: [CMD, x]}')],
      no: [web('image: nginx'), web('image: a\nhealthcheck: {test: [NONE]}')],
      unknown: [web('image: example/a:1'), web('build: .')],
    },
  ],
  [
    'publishesOnly',
    goals.publishesOnly('web', [3000]),
    {
      yes: [
        web('image: a\nports: ["80:3000"]'),
        web('image: a\nports: [{target: 3000}]'),
        web('image: a\nports: ["${PORT:-80}:3000"]'),
        web('image: a\nports: ["${PORT}:3000"]'),
      ],
      no: [web('image: a'), web('image: a\nports: ["80:3000", "9229:9229"]')],
      unknown: [web('image: a\nports: ["${PORTS}"]')],
    },
  ],
  [
    'persists',
    goals.persists('web', '/var/lib/postgresql/data'),
    {
      yes: [
        web('image: a\nvolumes: ["db:/var/lib/postgresql/data"]'),
        web('image: a\nvolumes: ["db:/var/lib/postgresql"]'),
        web('image: a\nvolumes: ["./db:/var/lib/postgresql/data"]'),
      ],
      no: [
        web('image: a'),
        web('image: a\nvolumes: ["/var/lib/postgresql/data"]'),
        web('image: a\ntmpfs: /var/lib/postgresql/data'),
      ],
    },
  ],
  [
    'buildsTarget',
    goals.buildsTarget('web', 'dev'),
    {
      yes: [web('build: {context: ., target: dev}')],
      no: [web('build: .'), web('image: a'), web('build: {context: ., target: prod}')],
      unknown: [web('build: {context: ., target: "${T}"}')],
    },
  ],
  [
    'differsFrom',
    goals.differsFrom(facts(web('build: .\nports: ["80:3000"]'))),
    {
      yes: [web('build: {context: ., target: dev}\nports: ["80:3000"]'), web('build: .')],
      no: [web('build: {context: .}\nports: ["80:3000"]').replace('{context: .}', '.')],
    },
  ],
])('%s', (_name, check, examples) => {
  it.each(examples.yes)('yes: %j', (text) => expect(verdict(check, text)).toBe('yes'));
  it.each(examples.no)('no: %j', (text) => {
    const result = check(facts(text));
    expect(result.is).toBe('no');
    expect(result.is === 'no' && result.because).toMatch(/[.]$/);
  });
  if (examples.unknown)
    it.each(examples.unknown)('not known: %j', (text) => expect(verdict(check, text)).toBe('unknown'));
});

it('an override file counts as much as the file that it overrides', () => {
  expect(verdict(goals.restarts('web'), web('image: a'), web('restart: always'))).toBe('yes');
});
