import { describe, expect, it } from 'vitest';
import type { Project } from '../types.ts';
import { checkCompose, projectFacts } from './check.ts';
import { hasHealthcheck, hotReloads } from './goals.ts';

function project(files: Record<string, string>, compose = ['compose.yaml']): Project {
  return {
    files: new Map(Object.entries(files).map(([path, content]) => [path, { kind: 'file', content }])),
    contextKnown: true,
    compose,
  };
}

const rules = (files: Record<string, string>) =>
  checkCompose(project(files), { all: true })?.diagnostics.map(({ rule }) => rule);

describe('Compose files are judged with the Dockerfiles that they build', () => {
  const dockerfile = 'FROM node:22-alpine\nWORKDIR /app\nEXPOSE 3000\nCMD ["node", "server.js"]\n';
  const service = (body: string) => `services:\n  web:\n    build: .\n${body.replace(/^/gm, '    ')}\n`;

  it('a health check needs a program of the image', () => {
    const curl = service('healthcheck: {test: [CMD, curl, -f, http://localhost:3000]}');
    expect(rules({ 'compose.yaml': curl, Dockerfile: dockerfile })).toContain('compose-healthcheck-command');
    const installed = dockerfile.replace('EXPOSE', 'RUN apk add --no-cache curl\nEXPOSE');
    expect(rules({ 'compose.yaml': curl, Dockerfile: installed })).not.toContain(
      'compose-healthcheck-command',
    );
    const node = service('healthcheck: {test: [CMD, node, check.js]}');
    expect(rules({ 'compose.yaml': node, Dockerfile: dockerfile })).not.toContain(
      'compose-healthcheck-command',
    );
  });

  it('a user must exist in the image', () => {
    expect(rules({ 'compose.yaml': service('user: shop'), Dockerfile: dockerfile })).toContain(
      'compose-user-missing',
    );
    expect(rules({ 'compose.yaml': service('user: node'), Dockerfile: dockerfile })).not.toContain(
      'compose-user-missing',
    );
    const created = dockerfile.replace('WORKDIR', 'RUN adduser -D shop\nWORKDIR');
    expect(rules({ 'compose.yaml': service('user: shop'), Dockerfile: created })).not.toContain(
      'compose-user-missing',
    );
  });

  it('something should listen on a published port', () => {
    expect(rules({ 'compose.yaml': service('ports: ["80:8080"]'), Dockerfile: dockerfile })).toContain(
      'compose-port-unserved',
    );
    expect(rules({ 'compose.yaml': service('ports: ["80:3000"]'), Dockerfile: dockerfile })).not.toContain(
      'compose-port-unserved',
    );
  });

  it('a Dockerfile below the project is found, with its own context', () => {
    const compose =
      'services:\n  web:\n    build: {context: web, dockerfile: docker/Dockerfile, target: app}\n    user: shop\n';
    const found = rules({
      'compose.yaml': compose,
      'web/docker/Dockerfile': 'FROM node:22-alpine AS app\nCOPY package.json .\n',
      'web/package.json': '{}',
    });
    expect(found).toContain('compose-user-missing');
    expect(found).not.toContain('compose-target-stage');
  });

  it('nothing is said of an image that is not known', () => {
    expect(rules({ 'compose.yaml': service('user: shop\nports: ["80:8080"]') })).not.toContain(
      'compose-user-missing',
    );
  });

  it('a public image is known, too', () => {
    const curl = (image: string) =>
      `services:\n  web:\n    image: ${image}\n    healthcheck: {test: [CMD, curl, -f, http://localhost]}\n`;
    expect(rules({ 'compose.yaml': curl('node:22-alpine') })).toContain('compose-healthcheck-command');
    expect(rules({ 'compose.yaml': curl('example/web:1') })).not.toContain('compose-healthcheck-command');
    expect(
      rules({ 'compose.yaml': 'services:\n  web:\n    image: node:22-alpine\n    user: shop\n' }),
    ).toContain('compose-user-missing');
    expect(
      rules({ 'compose.yaml': 'services:\n  web:\n    image: node:22-alpine\n    user: node\n' }),
    ).not.toContain('compose-user-missing');
  });

  it('goals see the image, too', () => {
    const watching = dockerfile.replace('"node", "server.js"', '"node", "--watch", "server.js"');
    const facts = projectFacts(
      project({ 'compose.yaml': service('volumes: [".:/app"]'), Dockerfile: watching }),
    );
    expect(hotReloads('web')(facts)).toEqual({ is: 'yes' });
    expect(hasHealthcheck('web')(facts).is).toBe('no');
  });
});

it('a project without Compose files has no report', () => {
  expect(checkCompose(project({}, []))).toBeNull();
});
