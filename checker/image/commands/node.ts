import { estimatedSize } from '../facts/sizes.ts';
import { identify } from '../identity.ts';
import type { Machine } from '../machine.ts';
import type { Known } from '../types.ts';
import { given, NO, PART, type ProgramCall, type ProgramModel, parseArgs, valueOf, WHOLE } from './model.ts';

/** npm, yarn, pnpm, bun, npx, node. */

interface Manifest {
  dependencies: Readonly<Record<string, string>>;
  devDependencies: Readonly<Record<string, string>>;
  scripts: Readonly<Record<string, string>>;
}

/** A package.json whose text is known; null where it is not. */
export function readManifest(text: string): Manifest | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return null;
    return {
      dependencies: stringsOf(parsed, 'dependencies'),
      devDependencies: stringsOf(parsed, 'devDependencies'),
      scripts: stringsOf(parsed, 'scripts'),
    };
  } catch {
    return null;
  }
}

function stringsOf(object: object, key: string): Record<string, string> {
  const value: unknown = (object as Record<string, unknown>)[key];
  const strings: Record<string, string> = {};
  if (typeof value === 'object' && value !== null) {
    for (const [name, entry] of Object.entries(value)) if (typeof entry === 'string') strings[name] = entry;
  }
  return strings;
}

/** Programs of packages that are called otherwise than their package. */
const BINS: Readonly<Record<string, readonly string[]>> = {
  typescript: ['tsc'],
  '@nestjs/cli': ['nest'],
  '@angular/cli': ['ng'],
  'webpack-cli': ['webpack-cli', 'webpack'],
  'react-scripts': ['react-scripts'],
  '@vue/cli-service': ['vue-cli-service'],
  prisma: ['prisma'],
  '@babel/cli': ['babel'],
  '@swc/cli': ['swc'],
  'ts-node': ['ts-node'],
  rimraf: ['rimraf'],
  '@remix-run/dev': ['remix'],
  nuxt: ['nuxt', 'nuxi'],
  '@sveltejs/kit': ['svelte-kit'],
};

/** The text of a file in the working directory, where it is known. */
function textOf(machine: Machine, name: string): { there: 'yes' | 'no' | 'unknown'; text: string | null } {
  const path = machine.path(name);
  const found = path === undefined ? null : machine.files.lookup(path);
  if (!found || found.is === 'unknown') return { there: 'unknown', text: null };
  if (found.is === 'absent') return { there: 'no', text: null };
  const { node } = found;
  return {
    there: 'yes',
    text: node.kind === 'file' && node.content.is === 'text' ? node.content.text : null,
  };
}

const npm: ProgramModel = (call) => {
  const parsed = parseArgs(
    call.args,
    '--prefix -C --dir --registry --loglevel -w --workspace --omit --include --only --cache --network-timeout --filter --store-dir',
  );
  const [verb, ...operands] = parsed.operands;
  if (valueOf(parsed, 'prefix', 'C', 'dir', 'cwd') !== null) {
    call.machine.unmodelled([call.program, ...call.args], 'all');
    return NO;
  }
  switch (verb) {
    case 'ci':
    case 'clean-install':
    case 'install-clean':
      return installManifest(call, parsed, true);
    case 'install':
    case 'i':
    case 'add':
      if (given(parsed, 'g', 'global', 'location')) return installGlobal(call, operands);
      return operands.length > 0 ? addPackages(call, parsed, operands) : installManifest(call, parsed, false);
    case 'run':
    case 'run-script':
      return runScript(call, operands[0]);
    case 'test':
    case 'start':
    case 'build':
      return runScript(call, verb);
    case 'prune':
      return prune(call, parsed);
    case 'cache':
      removeCache(call.machine);
      return WHOLE;
    case 'config':
    case 'set':
      rememberConfig(call, operands);
      return WHOLE;
    case 'version':
    case 'audit':
    case 'fund':
    case 'outdated':
    case '-v':
      return WHOLE;
    default:
      if (call.args.length === 1 && (call.args[0] === '--version' || call.args[0] === '-v')) return WHOLE;
      call.machine.unmodelled([call.program, ...call.args], 'workdir');
      return NO;
  }
};

/** `npm config set` writes to the user's own configuration. */
function rememberConfig({ machine, program, args }: ProgramCall, operands: readonly Known<string>[]): void {
  const home = machine.variables.get('HOME');
  const sets = operands[0] === 'set' || args[0] === 'set';
  if (sets && home !== undefined)
    machine.writeFile(`${home}/.npmrc`, { is: 'derived', identity: identify(program, ...args) }, 50);
}

/** Where `npm install --global` puts things; undefined where a configuration may say otherwise. */
function globalPrefix(machine: Machine): Known<string> {
  const set = machine.variables.get('NPM_CONFIG_PREFIX') ?? machine.variables.get('npm_config_prefix');
  if (set !== undefined) return set;
  const places = [`${machine.variables.get('HOME') ?? '/root'}/.npmrc`, '/usr/local/etc/npmrc'];
  return places.some((path) => machine.files.lookup(path).is === 'present') ? undefined : '/usr/local';
}

const yarn: ProgramModel = (call) => {
  const parsed = parseArgs(
    call.args,
    '--cwd --registry --network-timeout --cache-folder --modules-folder --network-concurrency',
  );
  const [verb, ...operands] = parsed.operands;
  switch (verb) {
    case undefined:
    case 'install':
      if (call.args.includes('--version')) return WHOLE;
      return installManifest(call, parsed, false);
    case 'add':
      return addPackages(call, parsed, operands);
    case 'global':
      return installGlobal(call, operands.slice(1));
    case 'cache':
      removeCache(call.machine);
      return WHOLE;
    case 'config':
    case 'set':
      return WHOLE;
    case 'run':
      return runScript(call, operands[0]);
    default:
      return runScript(call, verb);
  }
};

function omitsDev({ args, machine, program }: ProgramCall, parsed: ReturnType<typeof parseArgs>): boolean {
  const values = args.map((arg, at) =>
    arg === '--omit' || arg === '--only' || arg === '--include' ? `${arg}=${args[at + 1]}` : arg,
  );
  if (
    values.includes('--include=dev') ||
    values.includes('--production=false') ||
    values.includes('--prod=false')
  )
    return false;
  if (values.includes('--omit=dev') || values.includes('--only=production') || values.includes('--only=prod'))
    return true;
  if (given(parsed, 'production', 'prod', 'P') && program !== 'npm') return true;
  if (given(parsed, 'production')) return true;
  const omit = machine.variables.get('NPM_CONFIG_OMIT') ?? machine.variables.get('npm_config_omit');
  if (program === 'npm' && omit === 'dev') return true;
  // Yarn 2 and later pay no heed to NODE_ENV; which Yarn it is, a lock file tells.
  if (program === 'yarn' && textOf(machine, '.yarnrc.yml').there !== 'no') return false;
  return machine.variables.get('NODE_ENV') === 'production';
}

function installManifest(call: ProgramCall, parsed: ReturnType<typeof parseArgs>, clean: boolean) {
  const { machine, program } = call;
  const manifest = textOf(machine, 'package.json');
  if (manifest.there === 'no' && machine.cwd !== undefined) {
    if (program === 'npm' && clean)
      machine.fail(
        'npm error The `npm ci` command can only install with an existing package-lock.json or npm-shrinkwrap.json with lockfileVersion >= 1.',
      );
    else if (program === 'npm')
      machine.fail(
        `npm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open '${machine.cwd}/package.json'`,
        254,
      );
    if (machine.failure) return WHOLE;
  }
  const lock = lockOf(machine);
  if (clean && lock.there === 'no') {
    machine.fail(
      'npm error The `npm ci` command can only install with an existing package-lock.json or npm-shrinkwrap.json with lockfileVersion >= 1.',
    );
    return WHOLE;
  }
  const modules = machine.path('node_modules');
  if (modules === undefined) {
    machine.unmodelled([program, ...call.args], 'workdir');
    return NO;
  }
  if (
    machine.denied(
      modules,
      `npm error code EACCES\nnpm error Error: EACCES: permission denied, mkdir '${modules}'`,
    )
  )
    return WHOLE;
  const production = omitsDev(call, parsed);
  // What is installed depends on the manifest, the lock file and the options, not on the app's own files.
  const read = manifest.text === null ? null : readManifest(manifest.text);
  const identity = identify(
    program,
    production ? 'production' : 'all',
    ...['package.json', 'package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', '.npmrc', '.yarnrc.yml'].map(
      (name) => machine.files.digest(`${machine.cwd}/${name}`),
    ),
    ...(read === null || hasInstallScripts(read)
      ? [machine.identity([program, ...call.args])]
      : [
          machine.variables.get('NODE_ENV'),
          machine.state.base === 'scratch'
            ? 'scratch'
            : (machine.state.base?.reference ?? machine.state.history),
        ]),
  );
  if (clean) machine.files.remove(modules);
  machine.mkdir(modules);
  fillModules(machine, modules, read, lock.text, production, identity);
  if (!clean && lock.there !== 'yes' && program === 'npm' && !given(parsed, 'no-package-lock')) {
    machine.writeFile(`${machine.cwd}/package-lock.json`, { is: 'derived', identity }, 200_000);
  }
  leaveCache(machine, program, identity, machine.files.lookup(modules).is === 'present' ? 0.3 : 0);
  return PART;
}

function hasInstallScripts({ scripts }: Manifest): boolean {
  return ['preinstall', 'install', 'postinstall', 'prepare'].some((name) => Object.hasOwn(scripts, name));
}

function lockOf(machine: Machine): { there: 'yes' | 'no' | 'unknown'; text: string | null } {
  const lock = textOf(machine, 'package-lock.json');
  if (lock.there !== 'no') return lock;
  return textOf(machine, 'npm-shrinkwrap.json');
}

interface Locked {
  name: string;
  dev: boolean;
}

/** Top-level packages of a package-lock.json of version 2 or 3; null where it cannot be read. */
function lockedPackages(text: string | null): Locked[] | null {
  if (text === null) return null;
  try {
    const parsed = JSON.parse(text) as {
      packages?: Record<string, { dev?: boolean; devOptional?: boolean }>;
    };
    if (!parsed.packages) return null;
    const found: Locked[] = [];
    for (const [path, entry] of Object.entries(parsed.packages)) {
      const at = path.lastIndexOf('node_modules/');
      if (at !== 0) continue;
      found.push({
        name: path.slice('node_modules/'.length),
        dev: entry.dev === true || entry.devOptional === true,
      });
    }
    return found.length > 0 || Object.keys(parsed.packages).length > 0 ? found : null;
  } catch {
    return null;
  }
}

function fillModules(
  machine: Machine,
  modules: string,
  manifest: Manifest | null,
  lock: string | null,
  production: boolean,
  identity: string,
): void {
  const locked = lockedPackages(lock);
  const names = new Set<string>();
  if (manifest) {
    for (const name of Object.keys(manifest.dependencies)) names.add(name);
    if (!production) for (const name of Object.keys(manifest.devDependencies)) names.add(name);
  }
  for (const entry of locked ?? []) if (!entry.dev || !production) names.add(entry.name);
  for (const name of names) addModule(machine, modules, name, identity);
  if (manifest === null) machine.addUnnamedPackages('npm');
  const dependencies =
    manifest === null
      ? null
      : Object.keys(manifest.dependencies).length +
        (production ? 0 : Object.keys(manifest.devDependencies).length);
  // A lock file lists all that is installed; without one, what is pulled in is not known by name.
  const settled = (locked !== null && locked.length >= (dependencies ?? 1)) || dependencies === 0;
  if (!settled) {
    const count = dependencies ?? 20;
    machine.writeFile(`${modules}/.package-lock.json`, { is: 'derived', identity }, count * 1.5e6);
    machine.files.blur(modules, identity);
    if (machine.files.lookup(`${modules}/.bin`).is === 'present')
      machine.files.blur(`${modules}/.bin`, identity);
  } else machine.writeFile(`${modules}/.package-lock.json`, { is: 'derived', identity }, 2000);
}

function addModule(machine: Machine, modules: string, name: string, identity: string): void {
  machine.fill(`${modules}/${name}`, identify(identity, name), estimatedSize('npm', name));
  const known = BINS[name];
  const bins = known ?? (name.startsWith('@') ? [] : [name]);
  for (const bin of bins) {
    machine.files.put(
      `${modules}/.bin/${bin}`,
      { kind: 'symlink', ...machine.owned(0o777), target: `../${name}/.contents` },
      machine.owned(0o777),
    );
  }
  machine.addPackage({ manager: 'npm', name, version: undefined, size: estimatedSize('npm', name) });
}

function leaveCache(machine: Machine, program: string, identity: string, share: number): void {
  const home = machine.variables.get('HOME');
  if (home === undefined || program === 'bun') return;
  const place =
    program === 'npm'
      ? `${home}/.npm/_cacache`
      : program === 'yarn'
        ? '/usr/local/share/.cache/yarn'
        : `${home}/.local/share/pnpm`;
  const cache = machine.variables.get('NPM_CONFIG_CACHE') ?? machine.variables.get('npm_config_cache');
  const at = program === 'npm' && cache !== undefined ? `${cache}/_cacache` : place;
  if (at.startsWith('/')) machine.fill(at, identity, Math.round(share * 100e6));
}

function removeCache(machine: Machine): void {
  const home = machine.variables.get('HOME');
  for (const path of [`${home}/.npm/_cacache`, '/usr/local/share/.cache/yarn', `${home}/.local/share/pnpm`]) {
    if (home !== undefined && machine.files.lookup(path).is === 'present') machine.files.remove(path);
  }
}

function addPackages(
  call: ProgramCall,
  parsed: ReturnType<typeof parseArgs>,
  names: readonly Known<string>[],
) {
  const { machine, program } = call;
  const modules = machine.path('node_modules');
  if (modules === undefined || names.includes(undefined)) {
    machine.unmodelled([program, ...call.args], 'workdir');
    return NO;
  }
  if (
    machine.denied(
      modules,
      `npm error code EACCES\nnpm error Error: EACCES: permission denied, mkdir '${modules}'`,
    )
  )
    return WHOLE;
  const identity = machine.identity([program, ...call.args]);
  installManifestQuietly(machine, modules, identity, omitsDev(call, parsed));
  for (const name of names) addModule(machine, modules, plainName(name as string), identity);
  for (const file of ['package.json', 'package-lock.json'])
    machine.writeFile(`${machine.cwd}/${file}`, { is: 'derived', identity }, 2000);
  machine.files.blur(modules, identity);
  leaveCache(machine, program, identity, 0.2);
  return PART;
}

/** `npm install name` also installs what the manifest asks for. */
function installManifestQuietly(
  machine: Machine,
  modules: string,
  identity: string,
  production: boolean,
): void {
  const { text } = textOf(machine, 'package.json');
  const manifest = text === null ? null : readManifest(text);
  machine.mkdir(modules);
  if (manifest) fillModules(machine, modules, manifest, null, production, identity);
}

/** `express@4` and `@types/node@20` without their versions. */
function plainName(spec: string): string {
  const at = spec.lastIndexOf('@');
  return at > 0 ? spec.slice(0, at) : spec;
}

function installGlobal(call: ProgramCall, names: readonly Known<string>[]) {
  const { machine, program } = call;
  const prefix = globalPrefix(machine);
  if (prefix === undefined) {
    machine.unmodelled([program, ...call.args], 'all');
    return NO;
  }
  const modules = `${prefix}/lib/node_modules`;
  const isNode =
    machine.state.base !== null && machine.state.base !== 'scratch' && machine.state.base.name === 'node';
  if (
    isNode &&
    machine.denied(
      modules,
      `npm error code EACCES\nnpm error Error: EACCES: permission denied, mkdir '${modules}'`,
    )
  )
    return WHOLE;
  const identity = machine.identity([program, ...call.args]);
  for (const name of names) {
    if (name === undefined) {
      machine.setMurky();
      continue;
    }
    const plain = plainName(name);
    machine.fill(`${modules}/${plain}`, identify(identity, plain), estimatedSize('npm', plain));
    machine.addPackage({
      manager: 'npm',
      name: plain,
      version: undefined,
      size: estimatedSize('npm', plain),
    });
    for (const bin of BINS[plain] ?? [plain.replace(/^@[^/]+\//, '')]) {
      if (prefix === '/usr/local') machine.setProgram(bin, 'yes');
      else
        machine.writeFile(
          `${prefix}/bin/${bin}`,
          { is: 'derived', identity: identify(identity, bin) },
          100,
          0o777,
        );
    }
    if (plain === 'pnpm') machine.setProgram('pnpx', 'yes');
    if (plain.startsWith('@')) machine.setMurky();
  }
  leaveCache(machine, program, identity, 0.1);
  return PART;
}

function prune(call: ProgramCall, parsed: ReturnType<typeof parseArgs>) {
  const { machine } = call;
  const modules = machine.path('node_modules');
  const { text } = textOf(machine, 'package.json');
  const manifest = text === null ? null : readManifest(text);
  const identity = machine.identity([call.program, ...call.args]);
  if (
    modules === undefined ||
    manifest === null ||
    !(omitsDev(call, parsed) || given(parsed, 'prod', 'production'))
  ) {
    if (modules !== undefined) machine.files.blur(modules, identity);
    return PART;
  }
  machine.files.remove(modules);
  machine.mkdir(modules);
  fillModules(machine, modules, manifest, lockOf(machine).text, true, identity);
  for (const name of Object.keys(manifest.devDependencies)) machine.removePackage(`npm:${name}`);
  return PART;
}

/** `npm run build`: what it writes is the project's to say; without that, something below the working directory. */
function runScript(call: ProgramCall, script: Known<string>) {
  const { machine, program } = call;
  const { there, text } = textOf(machine, 'package.json');
  if (there === 'no' && machine.cwd !== undefined && program === 'npm') {
    machine.fail(
      `npm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open '${machine.cwd}/package.json'`,
      254,
    );
    return WHOLE;
  }
  const manifest = text === null ? null : readManifest(text);
  if (
    script !== undefined &&
    manifest &&
    !Object.hasOwn(manifest.scripts, script) &&
    program === 'npm' &&
    script !== 'start' &&
    script !== 'test'
  ) {
    if (!call.args.includes('--if-present')) machine.fail(`npm error Missing script: "${script}"`);
    return WHOLE;
  }
  const body = script === undefined || !manifest ? undefined : manifest.scripts[script];
  if (body !== undefined && missingTool(machine, body)) return WHOLE;
  machine.unmodelled([program, ...call.args], 'workdir');
  return NO;
}

/** A script's first program that node_modules certainly does not have, nor the stage. */
function missingTool(machine: Machine, body: string): boolean {
  const tool = /^(?:[A-Z_]+=\S+\s+)*([\w@.-]+)(?:\s|$)/.exec(body)?.[1];
  const modules = machine.path('node_modules');
  if (
    !tool ||
    modules === undefined ||
    [
      'npm',
      'node',
      'npx',
      'yarn',
      'pnpm',
      'echo',
      'cd',
      'sh',
      'cp',
      'rm',
      'mkdir',
      'test',
      'exit',
      'true',
    ].includes(tool)
  )
    return false;
  if (machine.files.lookup(`${modules}/.bin/${tool}`).is !== 'absent' || machine.has(tool) !== 'no')
    return false;
  machine.fail(`sh: 1: ${tool}: not found`, 127);
  return true;
}

const node: ProgramModel = (call) => {
  const { args, machine } = call;
  if (args.some((arg) => arg === '-v' || arg === '--version')) return WHOLE;
  machine.unmodelled([call.program, ...args], 'workdir');
  return NO;
};

export const nodeCommands: Readonly<Record<string, ProgramModel>> = {
  npm,
  pnpm: npm,
  bun: npm,
  yarn,
  yarnpkg: yarn,
  node,
  nodejs: node,
  npx: node,
  tsc: node,
  corepack: ({ machine }) => {
    for (const name of ['yarn', 'pnpm']) machine.setProgram(name, 'yes');
    return PART;
  },
};
