import { expect, it } from 'vitest';
import { effectiveFile } from './effective.ts';
import { judgeCompose } from './judge.ts';
import { picture } from './picture.ts';

const base = {
  path: 'compose.yaml',
  text: `version: "3"
services:
  web:
    build: ./web
    ports: ["8080:3000", "127.0.0.1:9229:9229"]
    depends_on:
      api: {condition: service_healthy}
    networks: [front]
  api:
    image: api:\${TAG:-1}
    depends_on: [db]
    networks: [front, back]
    healthcheck: {test: [CMD, check]}
  db:
    image: postgres:17
    volumes: ["data:/var/lib/postgresql/data", "./init:/docker-entrypoint-initdb.d:ro"]
    networks: [back]
volumes:
  data:
networks:
  front:
  back: {external: true}
`,
};

it('draws services, what connects them, and who waits for whom', () => {
  const { project } = judgeCompose([base]);
  if (!project) throw new Error('refused');
  const drawn = picture(project);
  expect(drawn.services.map(({ name, rank }) => [name, rank])).toEqual([
    ['web', 2],
    ['api', 1],
    ['db', 0],
  ]);
  expect(drawn.services[0]?.ports).toEqual([
    { host: '8080', container: '3000', everywhere: true },
    { host: '127.0.0.1:9229', container: '9229', everywhere: false },
  ]);
  expect(drawn.services[1]?.runs).toEqual({ kind: 'image', what: 'api:1' });
  expect(drawn.services[2]?.mounts.map(({ kind, readOnly }) => [kind, readOnly])).toEqual([
    ['volume', false],
    ['bind', true],
  ]);
  expect(drawn.networks).toEqual([
    { name: 'front', services: ['web', 'api'], external: false },
    { name: 'back', services: ['api', 'db'], external: true },
  ]);
  expect(drawn.volumes).toEqual([{ name: 'data', services: ['db'], external: false }]);
  expect(drawn.dependencies).toMatchObject([
    { from: 'web', to: 'api', condition: 'service_healthy', file: 'compose.yaml', range: { startLine: 7 } },
    { from: 'api', to: 'db', condition: 'service_started' },
  ]);
});

it('draws services that wait for each other, too', () => {
  const { project } = judgeCompose([
    { path: 'a', text: 'services:\n  a: {image: x, depends_on: [b]}\n  b: {image: y, depends_on: [a]}\n' },
  ]);
  expect(project && picture(project).services).toHaveLength(2);
});

it('writes the one file that several amount to', () => {
  const over = {
    path: 'compose.override.yaml',
    text: 'services:\n  db:\n    image: postgres:18\n    environment: {A: "${SET}", B: "${UNSET}"}\n',
  };
  const { project } = judgeCompose([base, over], { environment: { SET: 'yes' } });
  const effective = project && effectiveFile(project);
  expect(effective).toContain('image: postgres:18');
  expect(effective).toContain('api:1');
  expect(effective).toContain('A: yes');
  expect(effective).toContain('${UNSET}');
  expect(effective).not.toContain('version');
  expect(judgeCompose([{ path: 'effective.yaml', text: effective ?? '' }]).refused).toBeNull();
});

it('the merged file has ports in quotes and on lines of their own, and commands on one', () => {
  const text =
    'services:\n  web:\n    image: nginx\n    ports: [80:80, "127.0.0.1:9229:9229"]\n    command: [nginx, -g, "daemon off;"]\n';
  const { project } = judgeCompose([{ path: 'compose.yaml', text }]);
  expect(project && effectiveFile(project)).toBe(`services:
  web:
    image: nginx
    ports:
      - "80:80"
      - "127.0.0.1:9229:9229"
    command: [ nginx, -g, daemon off; ]
`);
});
