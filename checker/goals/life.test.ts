import { describe, expect, it } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import type { ContextEntry, Project } from '../types.ts';
import type { GoalCheck } from './index.ts';
import { handsOverTo, noticesWithin, runsBefore, stopsGracefully, turnsHealthy } from './life.ts';

const SERVER = "process.on('SIGTERM', () => process.exit(0));\nsetInterval(() => {}, 1000);\n";

function ask(check: GoalCheck, dockerfile: string, files: Readonly<Record<string, string>> = {}) {
  const text = `FROM node:24-slim\nWORKDIR /app\nCOPY . .\n${dockerfile}\n`;
  const all = { Dockerfile: text, 'server.js': SERVER, 'report.js': '', 'migrate.js': '', ...files };
  const entries = Object.entries(all).map(([path, content]): [string, ContextEntry] => [
    path,
    { kind: 'file', content },
  ]);
  const project: Project = { files: new Map(entries), contextKnown: true, dockerfile: 'Dockerfile' };
  return check({ project, dockerfile: parseDockerfile(text), diagnostics: [], refusal: null }).is;
}

describe('a stop lets the application finish', () => {
  it.each([
    ['CMD ["node", "server.js"]', 'yes'],
    ['CMD exec node server.js', 'yes'],
    ['CMD node server.js', 'no'],
    ['CMD ["node", "report.js"]', 'no'],
    ['STOPSIGNAL SIGKILL\nCMD ["node", "server.js"]', 'no'],
    ['SHELL ["/bin/bash", "-c"]\nCMD node server.js', 'unknown'],
    ['CMD ["something", "else"]', 'unknown'],
  ])('%s: %s', (dockerfile, is) => {
    expect(ask(stopsGracefully(), dockerfile, { 'report.js': 'setInterval(() => {}, 1000);\n' })).toBe(is);
  });
});

describe('a start script', () => {
  const script = (text: string) => ({ 'start.sh': `#!/bin/sh\n${text}\n` });
  const entry = 'ENTRYPOINT ["./start.sh"]\nCMD ["node", "server.js"]';

  it('hands over to what it is called with, or not', () => {
    const hands = handsOverTo('node', 'report.js');
    expect(ask(hands, entry, script('exec "$@"'))).toBe('yes');
    expect(ask(hands, entry, script('"$@"'))).toBe('no');
    expect(ask(hands, entry, script('exec node server.js'))).toBe('no');
    expect(ask(hands, 'CMD ["node", "server.js"]')).toBe('yes');
    expect(ask(hands, 'ENTRYPOINT ["node"]\nCMD ["server.js"]')).toBe('no');
  });

  it('runs something before, or not', () => {
    const before = runsBefore('node', 'migrate.js');
    expect(ask(before, entry, script('node ./migrate.js\nexec "$@"'))).toBe('yes');
    expect(ask(before, 'CMD ["sh", "-c", "node migrate.js && exec node server.js"]')).toBe('yes');
    expect(ask(before, entry, script('exec "$@"\nnode migrate.js'))).toBe('no');
  });
});

describe('the times of a health check', () => {
  const check = (options: string) => `HEALTHCHECK ${options} CMD ["true"]`;
  const patient = turnsHealthy({ readyAfter: 40, within: 70 });

  it.each([
    ['--interval=10s --retries=3', 'no'],
    ['--interval=10s --retries=3 --start-period=20s', 'yes'],
    ['--interval=10s --retries=5', 'yes'],
    ['--interval=30s', 'yes'],
    ['--interval=2m', 'no'],
  ])('%s is patient: %s', (options, is) => {
    expect(ask(patient, check(options))).toBe(is);
  });

  it('counts what a hanging service costs', () => {
    expect(ask(noticesWithin(45), check('--interval=10s --timeout=3s'))).toBe('yes');
    expect(ask(noticesWithin(45), check('--interval=10s'))).toBe('no');
    expect(ask(noticesWithin(45), 'HEALTHCHECK NONE')).toBe('no');
  });
});
