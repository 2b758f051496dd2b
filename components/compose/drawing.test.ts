import { expect, test } from 'vitest';
import { judgeCompose } from '@/checker/compose/judge.ts';
import { picture } from '@/checker/compose/picture.ts';
import { BOX, drawing, portLabel, WIDTH } from './drawing';
import { sentencesOf } from './sentences';

const pictureOf = (text: string) => {
  const { project, refused } = judgeCompose([{ path: 'compose.yaml', text }]);
  if (!project) throw new Error(refused ?? 'refused');
  return picture(project);
};

const shop = pictureOf(`services:
  web:
    build: ./web
    ports: ["127.0.0.1:8080:3000"]
    depends_on: {db: {condition: service_healthy}, gone: {condition: service_started, required: false}}
  db:
    image: registry.example.com/a/very/long/name/of/an/image/postgres:17
    volumes: [data:/var/lib/postgresql/data, ./init:/init:ro]
    healthcheck: {test: [CMD, pg_isready]}
volumes: {data: {}}
`);

test('services stand below each other in start order, and do not overlap', () => {
  const { services, height } = drawing(shop);
  expect(services.map(({ name }) => name)).toEqual(['db', 'web']);
  const [db, web] = services;
  expect(web?.top).toBeGreaterThan((db?.top ?? 0) + (db?.height ?? 0));
  expect(height).toBeGreaterThanOrEqual((web?.top ?? 0) + (web?.height ?? 0));
});

test.each([
  ['8080', '8080'],
  ['8000-8005', '8000-8005'],
  ['127.0.0.1:9229', '127…:9229'],
  ['[::1]:80', '[::…:80'],
])('the label of port %s fits beside its box', (host, label) => {
  expect(portLabel(host)).toBe(label);
  expect(portLabel(host).length).toBeLessThanOrEqual(10);
});

test('lines lead only to services that are there, and stay inside the drawing', () => {
  const { dependencies } = drawing(shop);
  expect(dependencies.map(({ from, to }) => [from, to])).toEqual([['web', 'db']]);
  const numbers = dependencies.flatMap(({ path }) =>
    [...path.matchAll(/([\d.]+) [\d.]+/g)].map(([, x]) => Number(x)),
  );
  expect(Math.max(...numbers)).toBeLessThanOrEqual(WIDTH);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(BOX.left + BOX.width);
});

test('a long name keeps its end', () => {
  const db = drawing(shop).services[0];
  expect(db?.subtitle).toMatch(/^….*postgres:17$/);
  expect(db?.subtitle.length).toBeLessThanOrEqual(25);
  expect(db?.lines.map(({ text }) => text)).toContain('data → …b/postgresql/data');
});

test('the words say all that the drawing shows', () => {
  const [web, db] = shop.services.map((service) => sentencesOf(service, shop).join(' '));
  expect(web).toContain('Is built from ./web.');
  expect(web).toContain('Publishes 3000 as 127.0.0.1:8080.');
  expect(web).toContain('Waits until db is healthy');
  expect(db).toContain('Mounts the volume data at /var/lib/postgresql/data.');
  expect(db).toContain('Mounts ./init of the host at /init, read-only.');
  expect(db).toContain('Its file declares a health check.');
});

test('an empty project has an empty drawing', () => {
  expect(drawing(pictureOf('services: {}\n'))).toMatchObject({ services: [], dependencies: [] });
});
