import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

// YAML of any shape; a wrong shape fails the expectation.
type Yaml = any;
const services = (file: string): [string, Yaml][] => Object.entries(parse(file, { merge: true }).services);

const program = (args: string[]) =>
  spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });

test('the examples are those that the table of examples/README.md shows', () => {
  const listed = [...read('examples/README.md').matchAll(/^\| \[([\w-]+)\]/gm)].map(([, name]) => name);
  expect(listed.toSorted()).toEqual(names.toSorted());
});

test("the examples' own tests pass where their language is installed", { timeout: 300_000 }, () => {
  const { status, stdout, stderr } = program(['scripts/test-examples.mjs']);
  expect(status, stdout + stderr).toBe(0);
  for (const name of names) expect(stdout).toMatch(new RegExp(`^${name}: (passed|not run)$`, 'm'));
});

test('the checker has nothing to say about the examples above info', { timeout: 120_000 }, () => {
  const files = ['examples', 'Dockerfile', 'compose.dev.yaml', 'compose.prod.yaml'];
  const { status, stdout, stderr } = program(['scripts/checker.mjs', '--fail-on', 'warning', ...files]);
  expect(status, stdout + stderr).toBe(0);
});

// The guide's own container keeps what it asks of others.
describe.each([...names.map((name) => join('examples', name)), '.'])('%s', (folder) => {
  const dockerfile = read(folder, 'Dockerfile');

  test('has everything that an example has', () => {
    const files = ['.dockerignore', 'compose.dev.yaml', 'compose.prod.yaml'];
    if (folder !== '.') files.push('README.md', 'kubernetes.yaml');
    for (const file of files) expect(existsSync(join(root, folder, file)), file).toBe(true);
  });

  test('production: the built image, closed and limited', () => {
    const all = services(read(folder, 'compose.prod.yaml'));
    expect(all.some(([, service]) => service.build?.target === 'production')).toBe(true);
    for (const [name, service] of all) {
      expect(service, name).toMatchObject({
        image: expect.stringMatching(/:./),
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        restart: expect.any(String),
        deploy: { resources: { limits: { cpus: expect.any(String), memory: expect.any(String) } } },
        logging: { options: { 'max-size': expect.any(String), 'max-file': expect.any(String) } },
      });
      expect(service.healthcheck?.test ?? service.healthcheck?.disable, `${name} is checked`).toBeTruthy();
      for (const volume of service.volumes ?? []) expect(volume, 'mounts no source').not.toMatch(/^[./]/);
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
      expect(Object.keys(service.environment ?? {}).join(' ')).not.toMatch(/password(?!_file)|secret|token/i);
    }
  });

  test('development: changes come in by themselves, and ports are for this machine only', () => {
    const all = services(read(folder, 'compose.dev.yaml'));
    expect(all.some(([, service]) => service.develop?.watch || service.volumes?.some(isSource))).toBe(true);
    for (const port of all.flatMap(([, service]) => service.ports ?? []))
      expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('the image that is deployed is the last stage, run by a user with a number', () => {
    const stages = [...dockerfile.matchAll(/^FROM .* AS (\w+)$/gm)].map(([, name]) => name);
    expect(stages.length).toBeGreaterThan(1);
    expect(stages.at(-1)).toBe('production');
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
  });
});

const isSource = (volume: string) => volume.startsWith('./');

describe.each(names)('%s on Kubernetes', (name) => {
  const documents: Yaml[] = parseAllDocuments(read('examples', name, 'kubernetes.yaml')).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
  const pod = documents.find(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet').spec.template
    .spec;

  test('runs as the user of the image, and not as root', () => {
    const [, user] = /.*^USER (\d+)/ms.exec(read('examples', name, 'Dockerfile')) ?? [];
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: Number(user),
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod.automountServiceAccountToken).toBe(false);
  });

  test('every container is limited, closed and probed', () => {
    for (const container of [...pod.containers, ...(pod.initContainers ?? [])]) {
      expect(container).toMatchObject({
        image: expect.stringMatching(/:\d/),
        resources: {
          requests: { cpu: expect.any(String), memory: expect.any(String) },
          limits: { cpu: expect.any(String), memory: expect.any(String) },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      });
    }
    for (const container of pod.containers) {
      expect(container).toMatchObject({ livenessProbe: {}, readinessProbe: {} });
    }
  });

  test('every volume that is mounted is there', () => {
    const volumes = new Set((pod.volumes ?? []).map((volume: Yaml) => volume.name));
    for (const container of [...pod.containers, ...(pod.initContainers ?? [])]) {
      for (const mount of container.volumeMounts ?? []) expect(volumes).toContain(mount.name);
    }
  });
});

const withPackages = names
  .map((name) => join('examples', name))
  .filter((folder) => existsSync(join(root, folder, 'package-lock.json')));

test.each(['.', ...withPackages])('%s: the lock file fits its package.json', (folder) => {
  const own = JSON.parse(read(folder, 'package.json'));
  const lock = JSON.parse(read(folder, 'package-lock.json'));
  const { dependencies, devDependencies } = lock.packages[''];
  expect({ dependencies, devDependencies }).toEqual({
    dependencies: own.dependencies,
    devDependencies: own.devDependencies,
  });
  for (const [path, { integrity, optional }] of Object.entries<Yaml>(lock.packages)) {
    if (path && !optional) expect(integrity, path).toMatch(/^sha512-/);
  }
  // `npm ci` refuses a lock file without the packages of every platform, whatever it runs on.
  for (const [parent, { optionalDependencies }] of Object.entries<Yaml>(lock.packages)) {
    for (const name of Object.keys(optionalDependencies ?? {})) {
      const places = [`node_modules/${name}`, `${parent}/node_modules/${name}`];
      expect(
        places.some((place) => lock.packages[place]),
        name,
      ).toBe(true);
    }
  }
});
