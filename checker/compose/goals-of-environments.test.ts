import { describe, expect, it } from 'vitest';
import { type ComposeCheck, composeFacts, debugPort } from './goals.ts';
import {
  allOf,
  editReaches,
  environmentIs,
  healthcheckAsks,
  healthcheckCanRun,
  keepsImageFiles,
  onlyOnThisMachine,
  publishedAs,
  runsPlainly,
  waitsForCompletion,
} from './goals-of-environments.ts';
import { imagesOf } from './images.ts';

/** The answer for one service `app`, given the lines below its name. */
function ask(check: ComposeCheck, lines: string, dockerfile?: string): string {
  const body = `    build: .\n${lines.replace(/^/gm, '    ')}\n`;
  const text = `services:\n  app:\n${body}  task:\n    image: busybox:1.37\n`;
  const image = imagesOf((path) => (path === 'Dockerfile' ? dockerfile : undefined));
  const facts = composeFacts([{ path: 'compose.yaml', text }], { image });
  expect(facts.refused).toBeNull();
  return check(facts).is;
}

describe('an edit reaches the container where the app runs from', () => {
  const check = editReaches('app', 'src/server.js', '/app/src/server.js');
  it.each([
    ['volumes: ["./src:/app/src"]', 'yes'],
    ['volumes: ["./src/:/app/src/:ro"]', 'yes'],
    ['volumes: [".:/app"]', 'yes'],
    ['volumes: ["./src/server.js:/app/src/server.js"]', 'yes'],
    ['volumes: [{type: bind, source: src, target: /app/src}]', 'yes'],
    ['develop: {watch: [{action: sync, path: ./src, target: /app/src}]}', 'yes'],
    ['develop: {watch: [{action: sync+restart, path: ., target: /app}]}', 'yes'],
    ['volumes: ["./src:/src"]', 'no'],
    ['volumes: ["src:/app/src"]', 'no'],
    ['volumes: ["./source:/app/src"]', 'no'],
    ['develop: {watch: [{action: rebuild, path: ./src}]}', 'no'],
    ['volumes: ["$SOURCE"]', 'unknown'],
  ])('%s: %s', (lines, answer) => {
    expect(ask(check, lines)).toBe(answer);
  });
});

describe('what the image holds is not hidden', () => {
  const check = keepsImageFiles('app', '/app/node_modules');
  it.each([
    ['volumes: ["./src:/app/src"]', 'yes'],
    ['volumes: [".:/app", /app/node_modules]', 'yes'],
    ['volumes: ["/app/node_modules", ".:/app"]', 'yes'],
    ['volumes: [".:/app", "packages:/app/node_modules/"]', 'yes'],
    ['volumes: [".:/app"]', 'no'],
    ['volumes: [".:/app/"]', 'no'],
    ['volumes: [".:/app", "./node_modules:/app/node_modules"]', 'no'],
    ['tmpfs: /app', 'no'],
    ['volumes: [".:/application"]', 'yes'],
  ])('%s: %s', (lines, answer) => {
    expect(ask(check, lines)).toBe(answer);
  });
});

describe('a debugger can be reached, and from this machine alone', () => {
  const check = allOf(debugPort('app', 9229), onlyOnThisMachine('app', 9229));
  const dockerfile = (cmd: string) => `FROM node:24-slim\nCMD ${cmd}\n`;
  it.each([
    ['command: node --inspect=0.0.0.0 a.js\nports: ["127.0.0.1:9229:9229"]', 'yes'],
    ['command: node --inspect-brk=0.0.0.0:9229 a.js\nports: ["[::1]:9229:9229"]', 'yes'],
    ['command: [node, "--inspect=[::]:9229", a.js]\nports: ["127.0.0.1:9229:9229"]', 'yes'],
    [
      'command: node a.js\nenvironment: ["NODE_OPTIONS=--inspect=0.0.0.0"]\nports: ["127.0.0.1:9230:9229"]',
      'yes',
    ],
    ['command: node --inspect a.js\nports: ["127.0.0.1:9229:9229"]', 'no'],
    ['command: node --inspect=9229 a.js\nports: ["127.0.0.1:9229:9229"]', 'no'],
    ['command: node --inspect=localhost:9229 a.js\nports: ["127.0.0.1:9229:9229"]', 'no'],
    ['command: node --inspect=0.0.0.0 a.js\nports: ["9229:9229"]', 'no'],
    ['command: node --inspect=0.0.0.0 a.js\nports: ["127.0.0.1:9229:9229", "localhost:80:80"]', 'no'],
    ['command: node --inspect=0.0.0.0 a.js\nports: ["0.0.0.0:9229:9229"]', 'no'],
    ['command: node --inspect=0.0.0.0:9230 a.js\nports: ["127.0.0.1:9229:9229"]', 'no'],
    ['command: node a.js\nports: ["127.0.0.1:9229:9229"]', 'no'],
    ['command: $START\nports: ["127.0.0.1:9229:9229"]', 'unknown'],
    ['ports: ["127.0.0.1:9229:9229"]', 'unknown'],
  ])('%j: %s', (lines, answer) => {
    expect(ask(check, lines)).toBe(answer);
  });

  it('is not claimed of an image that nothing is known of', () => {
    expect(ask(check, 'ports: ["127.0.0.1:9229:9229"]', dockerfile('node a.js'))).toBe('unknown');
  });
});

it.each([
  ['ports: ["80:3000"]', 'yes'],
  ['ports: [{target: 3000, published: "80"}]', 'yes'],
  ['ports: ["80:3000", "3000:3000"]', 'no'],
  ['ports: ["3000"]', 'no'],
  ['ports: ["80-81:3000-3001"]', 'no'],
  ['ports: []', 'no'],
])('reached by port 80 alone: %s: %s', (lines, answer) => {
  expect(ask(publishedAs('app', [80]), lines)).toBe(answer);
});

it.each([
  ['depends_on: {task: {condition: service_completed_successfully}}', 'yes'],
  ['depends_on: {task: {condition: service_healthy}}', 'no'],
  ['depends_on: [task]', 'no'],
  ['restart: always', 'no'],
])('waits until a task has ended: %s: %s', (lines, answer) => {
  expect(ask(waitsForCompletion('app', 'task'), lines)).toBe(answer);
});

it.each([
  ['healthcheck: {test: [CMD, pg_isready, -h, 127.0.0.1]}', 'yes'],
  ['healthcheck: {test: "su postgres -c pg_isready || exit 1"}', 'yes'],
  ['healthcheck: {test: [CMD, "true"]}', 'no'],
  ['healthcheck: {disable: true}', 'no'],
  ['healthcheck: {interval: 5s}', 'no'],
  ['healthcheck: {test: "$CHECK"}', 'unknown'],
])('a check asks the database: %s: %s', (lines, answer) => {
  expect(ask(healthcheckAsks('app', /\bpg_isready\b/), lines)).toBe(answer);
});

it('does not know the programs of an image that it does not know', () => {
  expect(ask(healthcheckCanRun('app'), 'healthcheck: {test: [CMD, curl, localhost]}')).toBe('unknown');
});

it.each([
  ['command: node a.js', 'yes'],
  ['command: node --watch a.js', 'no'],
  ['command: node a.js\nenvironment: {NODE_OPTIONS: --inspect}', 'no'],
  ['command: nodemon a.js', 'no'],
  ['command: node a.js\ndevelop: {watch: [{action: rebuild, path: .}]}', 'no'],
  ['command: $START', 'unknown'],
  ['restart: always', 'unknown'],
])('starts without a watcher and a debugger: %j: %s', (lines, answer) => {
  expect(ask(runsPlainly('app'), lines)).toBe(answer);
});

it.each([
  ['environment: {NODE_ENV: production}', 'yes'],
  ['environment: ["NODE_ENV=production"]', 'yes'],
  ['environment: {NODE_ENV: development}', 'no'],
  ['env_file: app.env', 'unknown'],
  ['environment: [NODE_ENV]', 'no'],
  ['restart: always', 'unknown'],
])('a variable has a value: %s: %s', (lines, answer) => {
  expect(ask(environmentIs('app', 'NODE_ENV', 'production'), lines)).toBe(answer);
});
