import { describe, expect, it } from 'vitest';
import { readCompose } from './read.ts';
import { validate } from './validate.ts';

function violations(text: string): { path: string; message: string; line: number }[] {
  const { roots, problems } = readCompose(text, 'compose.yaml');
  expect(problems).toEqual([]);
  return roots.flatMap((root) =>
    validate(root).map(({ path, message, place }) => ({
      path,
      message,
      line: place.file.index.position(place.start).line,
    })),
  );
}

describe('the place of a violation is named', () => {
  it.each([
    ['services:\n  web:\n    image: nginx\n    ports:\n      - [80]\n', 'services.web.ports[0]', 5],
    ['services:\n  web:\n    imgae: nginx\n', 'services.web.imgae', 3],
    ['services:\n  web:\n    image: nginx\n    ports: 80\n', 'services.web.ports', 4],
    ['services:\n  web:\n    image: nginx\n    ports:\n', 'services.web.ports', 4],
    [
      'services:\n  web:\n    image: nginx\n    depends_on:\n      db:\n        restart: true\n',
      'services.web.depends_on.db',
      6,
    ],
    [
      'services:\n  web:\n    image: nginx\n    deploy:\n      resources:\n        limits:\n          memory: 512\n',
      'services.web.deploy.resources.limits.memory',
      7,
    ],
    ['services:\n  web:\n', 'services.web', 2],
    ['web:\n  image: nginx\n', 'web', 1],
    ['version: 3\n', 'version', 1],
    ['services:\n  web:\n    ports: ["80", "80"]\n', 'services.web.ports[1]', 3],
    ['services:\n  web:\n    environment:\n      1: x\n', 'services.web.environment.1', 4],
    ['services:\n  web:\n    environment: [A=1, {B: 2}]\n', 'services.web.environment[1]', 3],
  ])('%j', (text, path, line) => {
    expect(violations(text).map((violation) => [violation.path, violation.line])).toEqual([[path, line]]);
  });
});

it('suggests the nearest known key', () => {
  expect(violations('services:\n  web:\n    enviroment: {}\n')[0]?.message).toContain('`environment`');
  expect(violations('service:\n  web: {}\n')[0]?.message).toContain('`services`');
  expect(violations('services:\n  web:\n    image: a\nports: []\n')[0]?.message).toContain(
    'belongs to a service',
  );
});

it('lists the allowed values', () => {
  const text = 'services:\n  a:\n    develop:\n      watch:\n        - path: .\n          action: copy\n';
  expect(violations(text)[0]?.message).toContain('rebuild, sync, restart, sync+restart, sync+exec');
});

it('knows the keys of the newest releases', () => {
  expect(
    violations(`
services:
  web:
    build: {context: ., provenance: true, sbom: "true", no_cache_filter: [deps, build]}
    gpus: all
    use_api_socket: true
    models: {llm: }
    pre_start: [{command: ./migrate, image: busybox, per_replica: false}]
    post_start: [{command: ./warm-up}]
    pre_stop: [{command: [./drain]}]
    develop:
      watch: [{path: src, action: sync+exec, target: /app, initial_sync: true, exec: {command: make}}]
    env_file: [{path: .env, required: false, format: raw}]
    provider: {type: cloud, options: {size: 1}}
models: {llm: {model: ai/smollm2}}
configs: {app: {content: hello}}
`),
  ).toEqual([]);
});
