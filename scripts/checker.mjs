#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * The checker from a clone of this repository, run on files anywhere: `node <clone>/scripts/checker.mjs Dockerfile`.
 * The GitHub Action and the pre-commit hook start it like this. Installs the clone's packages if they are missing,
 * bundles the command into one file, and hands the arguments and the exit code through.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = join(root, 'dist', 'check.mjs');

if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
  // What npm says must not mix with what the checker prints.
  const installed = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0) fail('The packages that the checker needs could not be installed.');
}

const { bundleChecker } = await import('./lib/bundle-checker.mjs');
const bundled = await bundleChecker(bundle).catch(() => null);
if (!bundled) fail('The checker could not be bundled: its files are not complete.');

const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 2;

/** Exit code 2 means that nothing was judged; 1 would say that something was found. */
function fail(reason) {
  console.error(reason);
  process.exit(2);
}
