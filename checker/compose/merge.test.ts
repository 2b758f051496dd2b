import { describe, expect, it } from 'vitest';
import { judgeCompose } from './judge.ts';
import { mergeTrees, withoutReset } from './merge.ts';
import { readCompose } from './read.ts';
import type { ComposeNode } from './types.ts';

function plain(node: ComposeNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([name, { value }]) => [name, plain(value)]));
}

function merged(...texts: string[]): unknown {
  const roots = texts.map((text, index) => readCompose(text, `${index}.yaml`).roots[0] as ComposeNode);
  const [first, ...rest] = roots as [ComposeNode, ...ComposeNode[]];
  return plain(rest.reduce((base, over) => mergeTrees(base, over), withoutReset(first)));
}

const service = (body: string) => `services:\n  foo:\n${body.replace(/^/gm, '    ')}\n`;
const foo = (...bodies: string[]) => {
  const result = merged(...bodies.map(service)) as { services: { foo: unknown } };
  return result.services.foo;
};

describe('the examples of the specification', () => {
  it('mappings: missing entries are added, others replaced', () => {
    expect(foo('key1: value1\nkey2: value2', 'key2: VALUE\nkey3: value3')).toEqual({
      key1: 'value1',
      key2: 'VALUE',
      key3: 'value3',
    });
  });

  it('sequences are appended', () => {
    expect(foo('DNS:\n  - 1.1.1.1', 'DNS:\n  - 8.8.8.8')).toEqual({ DNS: ['1.1.1.1', '8.8.8.8'] });
  });

  it('commands are replaced', () => {
    expect(foo('command: ["echo", "foo"]', 'command: ["echo", "bar"]')).toEqual({ command: ['echo', 'bar'] });
    expect(foo('entrypoint: [a]', 'entrypoint: b')).toEqual({ entrypoint: 'b' });
    expect(foo('healthcheck: {test: [CMD, a], retries: 3}', 'healthcheck: {test: [CMD, b]}')).toEqual({
      healthcheck: { test: ['CMD', 'b'], retries: 3 },
    });
  });

  it('what is mounted at one target is replaced', () => {
    expect(foo('volumes:\n  - foo:/work', 'volumes:\n  - bar:/work')).toEqual({ volumes: ['bar:/work'] });
  });

  it('`!reset` clears', () => {
    expect(
      merged(
        'services:\n  app:\n    image: myapp\n    ports:\n      - "8080:80"\n    environment:\n      FOO: BAR\n',
        'services:\n  app:\n    image: myapp\n    ports: !reset []\n    environment:\n      FOO: !reset null\n',
      ),
    ).toEqual({ services: { app: { image: 'myapp', environment: {} } } });
  });

  it('`!override` replaces', () => {
    expect(
      merged(
        'services:\n  app:\n    image: myapp\n    ports:\n      - "8080:80"\n',
        'services:\n  app:\n    ports: !override\n      - "8443:443"\n',
      ),
    ).toEqual({ services: { app: { image: 'myapp', ports: ['8443:443'] } } });
  });
});

describe('short and long forms meet', () => {
  it('environment as list and as mapping', () => {
    expect(foo('environment: [A=1, B=2, C]', 'environment: {B: 3, D: 4}')).toEqual({
      environment: { A: '1', B: 3, C: null, D: 4 },
    });
  });

  it('depends_on as list and as mapping', () => {
    expect(foo('depends_on: [db, cache]', 'depends_on: {db: {condition: service_healthy}}')).toEqual({
      depends_on: { db: { condition: 'service_healthy' }, cache: { condition: 'service_started' } },
    });
  });

  it('build as path and as mapping', () => {
    expect(foo('build: ./web', 'build: {target: dev}')).toEqual({
      build: { context: './web', target: 'dev' },
    });
  });

  it('networks as list and as mapping', () => {
    expect(foo('networks: [a]', 'networks: {b: {aliases: [x]}}')).toEqual({
      networks: { a: null, b: { aliases: ['x'] } },
    });
  });

  it('env_file as text and as list', () => {
    expect(foo('env_file: a.env', 'env_file: [b.env, a.env]')).toEqual({ env_file: ['a.env', 'b.env'] });
  });

  it('ports, secrets and volumes by what they occupy', () => {
    expect(foo('ports: ["8080:80"]', 'ports: [{target: 80, published: "8080"}, "9090:90"]')).toEqual({
      ports: [{ target: 80, published: '8080' }, '9090:90'],
    });
    expect(foo('secrets: [key]', 'secrets: [{source: other, target: key}]')).toEqual({
      secrets: [{ source: 'other', target: 'key' }],
    });
    expect(foo('volumes: ["./a:/x:ro"]', 'volumes: [{type: volume, source: b, target: /x}]')).toEqual({
      volumes: [{ type: 'volume', source: 'b', target: '/x' }],
    });
  });

  it('logging options of another driver are dropped', () => {
    expect(foo('logging: {driver: a, options: {x: 1}}', 'logging: {driver: b, options: {y: 2}}')).toEqual({
      logging: { driver: 'b', options: { y: 2 } },
    });
    expect(foo('logging: {driver: a, options: {x: 1}}', 'logging: {options: {y: 2}}')).toEqual({
      logging: { driver: 'a', options: { x: 1, y: 2 } },
    });
  });
});

it('forms that cannot meet are an error that names the place', () => {
  const report = judgeCompose([
    { path: 'compose.yaml', text: 'services:\n  a:\n    image: x\n    gpus: [{count: 1}]\n' },
    { path: 'compose.override.yaml', text: 'services:\n  a:\n    gpus: all\n' },
  ]);
  expect(report.diagnostics).toMatchObject([
    { rule: 'compose-merge', file: 'compose.override.yaml', range: { startLine: 3 } },
  ]);
});
