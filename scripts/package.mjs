import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleChecker, root } from './lib/bundle-checker.mjs';

/*
 * The checker's command as a package of its own, ready for `npx` or `npm publish`: one bundled file and no
 * dependencies, so that who checks a Dockerfile installs neither Next.js nor an editor.
 *
 *   node scripts/package.mjs [folder]    writes the package and its tarball there; dist/ when left out
 */

const target = resolve(process.argv[2] ?? join(root, 'dist'));
const folder = join(target, 'package');
const { version, license, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const manifest = {
  name: 'cloud-native-containers-check',
  version,
  description: 'Judges Dockerfiles and Compose files by running the build on paper, the way BuildKit would.',
  license,
  type: 'module',
  engines,
  bin: { 'check-containers': 'check.mjs' },
  files: ['check.mjs', 'THIRD-PARTY.md'],
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const bundled = await bundleChecker(join(folder, 'check.mjs'), { minify: true });
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(join(folder, 'THIRD-PARTY.md'), notices(bundled));
cpSync(join(root, 'docs', 'command-line.md'), join(folder, 'README.md'));
cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));

const packed = spawnSync('npm', ['pack', '--pack-destination', target, '--loglevel=error'], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = packed.status ?? 1;

/** The licences of what is bundled, as they ask for. @param {string[]} names */
function notices(names) {
  const licences = names.map((name) => {
    const home = join(root, 'node_modules', name);
    const file = readdirSync(home).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`The package ${name} carries no licence text.`);
    return `## ${name}\n\n${readFileSync(join(home, file), 'utf8').trim()}\n`;
  });
  return [
    '# What check.mjs contains that others made\n',
    ...licences,
    '## The Compose specification\n\nThe schema of Compose files was made from the JSON Schema of https://github.com/compose-spec/compose-spec and brought into another form. Copyright The Compose Specification Authors, Apache License 2.0: https://www.apache.org/licenses/LICENSE-2.0\n',
  ].join('\n');
}
