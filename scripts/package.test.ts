import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'package-'));
const empty = join(home, 'empty');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
let tarball = '';

const run = (program: string, args: readonly string[], cwd = empty) =>
  spawnSync(program, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

beforeAll(() => {
  mkdirSync(empty);
  const { status, stderr } = run(process.execPath, ['scripts/package.mjs', home], process.cwd());
  expect({ status, stderr }).toMatchObject({ status: 0 });
  tarball = join(home, readdirSync(home).find((name) => name.endsWith('.tgz')) ?? '');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the command as a package', () => {
  it('needs nothing else', () => {
    const manifest = JSON.parse(readFileSync(join(home, 'package', 'package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('dependencies');
    const installed = run(npm, ['install', '--offline', '--no-audit', '--no-fund', tarball]);
    expect(installed).toMatchObject({ status: 0 });
    expect(readdirSync(join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      manifest.name,
    ]);
  });

  it('runs from its tarball through npx, and hands the exit code on', () => {
    const npx = (...args: string[]) =>
      run(npm, ['exec', '--offline', '--yes', `--package=${tarball}`, '--', 'check-containers', ...args]);
    writeFileSync(join(empty, 'Dockerfile'), 'FROM alpine:3.22\nUSER 1000\nCMD ["sleep", "1"]\n');
    writeFileSync(join(empty, 'compose.yaml'), 'services:\n  web:\n    image: nginx:1.29\n    portz: []\n');
    expect(npx('Dockerfile')).toMatchObject({ status: 0, stdout: 'Dockerfile: nothing to object to\n' });
    const { status, stdout } = npx('.');
    expect(status).toBe(1);
    expect(stdout).toContain('compose.yaml:4:5 error');
    expect(npx('missing')).toMatchObject({ status: 2, stdout: '' });
  });

  it('carries the licences of what is bundled', () => {
    const notices = readFileSync(join(home, 'package', 'THIRD-PARTY.md'), 'utf8');
    for (const name of ['unbash', 'yaml', 'The Compose specification'])
      expect(notices).toContain(`## ${name}`);
  });
});
