import { expect, it } from 'vitest';
import { composeDifferences } from './differences.ts';
import { loadProject } from './project.ts';
import { readCompose } from './read.ts';

function project(text: string) {
  const { project } = loadProject([readCompose(text, 'compose.yaml')]);
  if (!project) throw new Error('The text holds no mapping');
  return project;
}

const between = (left: string, right: string) => composeDifferences(project(left), project(right));

const web = (...lines: string[]) =>
  `services:\n  web:\n    image: web:1\n${lines.map((line) => `    ${line}\n`).join('')}`;

it('says what development has and production has not, and the other way round', () => {
  const development = web('volumes: ["./src:/app/src:ro"]', 'ports: ["127.0.0.1:9229:9229"]');
  const production = web('read_only: true', 'restart: always', 'cap_drop: [ALL]', 'mem_limit: 64m');
  expect(between(development, production)).toEqual([
    { service: 'web', aspect: 'source and data', left: ['./src → /app/src, read-only'], right: [] },
    { service: 'web', aspect: 'ports', left: ['127.0.0.1:9229:9229'], right: [] },
    { service: 'web', aspect: 'starts again', left: [], right: ['always'] },
    { service: 'web', aspect: 'memory limit', left: [], right: ['64m'] },
    { service: 'web', aspect: 'root file system', left: [], right: ['read-only'] },
    { service: 'web', aspect: 'capabilities dropped', left: [], right: ['ALL'] },
  ]);
});

it('takes two syntaxes of the same for the same', () => {
  const one = web('environment: [A=1, B=2]', 'command: node "a b.js"', 'volumes: ["data:/data"]');
  const other = web(
    'environment: { B: "2", A: "1" }',
    'command: [node, a b.js]',
    'volumes: [{ type: volume, source: data, target: /data }]',
  );
  expect(between(`${one}volumes: { data: }`, `${other}volumes: { data: }`)).toEqual([]);
});

it('names a service that only one side has', () => {
  expect(between(web(), `${web()}  db:\n    image: postgres:17\n`)).toEqual([
    { service: 'db', aspect: 'the service', left: [], right: ['there'] },
  ]);
});

it('shows a value that depends on a variable as it is written', () => {
  const changed = between(web('user: "1"'), web(`user: "\${WHO:?}"`));
  expect(changed).toEqual([{ service: 'web', aspect: 'user', left: ['1'], right: [`\${WHO:?}`] }]);
});

it('reads limits, health checks and logs', () => {
  const other = web(
    'deploy: { resources: { limits: { cpus: "0.5", pids: 20 } } }',
    'healthcheck: { test: [CMD, app, --check] }',
    'logging: { driver: json-file, options: { max-size: 10m } }',
  );
  expect(between(web('healthcheck: { disable: true }'), other)).toEqual([
    {
      service: 'web',
      aspect: 'health check',
      left: ['switched off'],
      right: [expect.stringContaining('app --check')],
    },
    { service: 'web', aspect: 'CPU limit', left: [], right: ['0.5'] },
    { service: 'web', aspect: 'process limit', left: [], right: ['20'] },
    { service: 'web', aspect: 'log', left: [], right: ['json-file', 'max-size 10m'] },
  ]);
});
