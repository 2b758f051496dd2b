import { existsSync, readFileSync, statSync } from 'node:fs';

/*
 * What both commands do first. Runs with nothing installed, and on a Node that is too old for the rest: keep
 * the syntax plain.
 */

/** @throws in one line when this Node is older than package.json asks for. */
export function requireNode() {
  const wanted = JSON.parse(readFileSync('package.json', 'utf8')).engines.node.replace('>=', '');
  if (compare(process.versions.node, wanted) < 0) {
    throw new Error(`This guide needs Node ${wanted} or newer; this is Node ${process.versions.node}.`);
  }
}

/** Installs the packages of package-lock.json, unless node_modules is as new as the lock file. */
export async function installMissing() {
  const marker = 'node_modules/.package-lock.json';
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  if (existsSync(marker) && sameLock(marker)) return;
  const { run } = await import('./run.mjs');
  console.log('Installing packages ...');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Whether every package that the lock file names stands in node_modules in its version. */
function sameLock(marker) {
  const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const installed = packagesOf(marker);
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** Runs a command's steps; what goes wrong is told in one line, without a stack. */
export async function main(steps) {
  try {
    await steps();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

function compare(one, other) {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
