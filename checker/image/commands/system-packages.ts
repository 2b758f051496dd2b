import { packageName, programsOf } from '../facts/commands.ts';
import { estimatedSize } from '../facts/sizes.ts';
import { identify } from '../identity.ts';
import type { Machine } from '../machine.ts';
import type { Known } from '../types.ts';
import { given, NO, PART, type ProgramModel, parseArgs, WHOLE } from './model.ts';

/** apt-get, apt, apk, dnf, microdnf, yum, dpkg. */

/** Index files that `apt-get update` leaves in /var/lib/apt/lists on Debian 13. */
const APT_LISTS_BYTES = 20e6;
const APK_INDEX_BYTES = 2.5e6;

const APT_VALUED =
  '-o --option -c --config-file -t --target-release --default-release -a --host-architecture';

const apt: ProgramModel = ({ args, machine, program }) => {
  const parsed = parseArgs(args, APT_VALUED);
  const [verb, ...names] = parsed.operands;
  if (
    verb === undefined ||
    [
      'list',
      'show',
      'search',
      'policy',
      '--version',
      'help',
      'depends',
      'madison',
      'config',
      'download',
    ].includes(verb)
  ) {
    return verb === undefined && parsed.unsure ? NO : WHOLE;
  }
  if (machine.isRoot === 'no') {
    const file = verb === 'update' ? '/var/lib/apt/lists/lock' : '/var/lib/dpkg/lock-frontend';
    machine.fail(`E: Could not open lock file ${file} - open (13: Permission denied)`, 100);
    return WHOLE;
  }
  const identity = machine.identity([program, ...args]);
  switch (verb) {
    case 'update':
      machine.fill('/var/lib/apt/lists/index', identity, APT_LISTS_BYTES, 0o755);
      return WHOLE;
    case 'install':
    case 'reinstall':
      installAll(machine, 'apt', names, identity);
      return parsed.unsure ? PART : WHOLE;
    case 'remove':
    case 'purge':
    case 'autoremove':
    case 'autopurge':
      for (const name of names) removeOne(machine, 'apt', name);
      if (verb.startsWith('auto') || given(parsed, 'auto-remove', 'autoremove')) removeOrphans(machine);
      machine.files.blur('/usr', identity);
      return PART;
    case 'clean':
    case 'autoclean':
    case 'distclean':
      if (verb === 'distclean') machine.files.remove('/var/lib/apt/lists/index');
      return WHOLE;
    default:
      // upgrade, dist-upgrade, build-dep: what comes is not known, but it is packages.
      for (const path of ['/usr', '/etc', '/var']) machine.files.blur(path, identity);
      if (verb === 'build-dep') machine.setMurky();
      return PART;
  }
};

const apk: ProgramModel = ({ args, machine, program }) => {
  const parsed = parseArgs(
    args,
    '-t --virtual -X --repository -p --root --repositories-file --keys-dir --cache-dir --arch --timeout --wait',
  );
  const [verb, ...names] = parsed.operands;
  if (verb === undefined) return parsed.unsure ? NO : WHOLE;
  if (machine.isRoot === 'no' && ['add', 'del', 'upgrade', 'update', 'fix'].includes(verb)) {
    machine.fail('ERROR: Unable to lock database: Permission denied', 99);
    return WHOLE;
  }
  const identity = machine.identity([program, ...args]);
  const caches = !given(parsed, 'no-cache');
  if (verb === 'update' || (caches && (verb === 'add' || verb === 'upgrade'))) {
    machine.fill('/var/cache/apk/index', identity, APK_INDEX_BYTES, 0o755);
  }
  if (verb === 'add') {
    const virtual = parsed.options.get('t') ?? parsed.options.get('virtual');
    if (virtual) groups(machine).set(virtual, names);
    installAll(machine, 'apk', names, identity);
  } else if (verb === 'del') {
    for (const name of names) {
      const members = name === undefined ? undefined : groups(machine).get(name);
      for (const member of members ?? [name]) removeOne(machine, 'apk', member);
    }
    machine.files.blur('/usr', identity);
  } else if (!['update', 'cache', 'info', 'search', 'version', 'list', 'policy'].includes(verb)) {
    machine.files.blur('/usr', identity);
    return PART;
  }
  return parsed.unsure ? PART : WHOLE;
};

/** Packages that `apk add --virtual name` put under one name; they live as long as the machine's file system. */
const virtualGroups = new WeakMap<Machine, Map<string, readonly Known<string>[]>>();
function groups(machine: Machine): Map<string, readonly Known<string>[]> {
  let made = virtualGroups.get(machine);
  if (!made) {
    made = new Map();
    virtualGroups.set(machine, made);
  }
  return made;
}

/** RPM distributions: what comes is known by name only. */
const dnf: ProgramModel = ({ args, machine, program }) => {
  const parsed = parseArgs(args, '--setopt --releasever --installroot --enablerepo --disablerepo -c');
  const [verb, ...names] = parsed.operands;
  const identity = machine.identity([program, ...args]);
  for (const path of ['/usr', '/etc', '/var']) machine.files.blur(path, identity);
  if (verb === 'install' || verb === 'localinstall') {
    machine.setMurky();
    for (const name of names) {
      if (name === undefined) machine.addUnnamedPackages('rpm');
      else machine.addPackage({ manager: 'rpm', name, version: undefined, size: undefined });
      if (name !== undefined && /^[a-z0-9+-]+$/.test(name)) machine.setProgram(name, 'yes');
    }
  }
  return PART;
};

function installAll(
  machine: Machine,
  manager: 'apt' | 'apk',
  names: readonly Known<string>[],
  identity: string,
): void {
  for (const path of ['/usr', '/etc', '/var', '/lib', '/bin', '/sbin'])
    machine.files.blur(path, identify(identity, path));
  if (names.includes(undefined)) {
    machine.addUnnamedPackages(manager);
    machine.setMurky();
    machine.forgetAccounts();
  }
  const wanted = names.filter((name) => name !== undefined);
  if (manager === 'apt' && cannotLocate(machine, wanted)) return;
  for (const spec of wanted) installOne(machine, manager, spec);
}

/** The lists of official images are empty: without `apt-get update` there is nothing to install from. */
function cannotLocate(machine: Machine, names: readonly string[]): boolean {
  const { base } = machine.state;
  if (base === null || base === 'scratch') return false;
  const lists = machine.files.lookup('/var/lib/apt/lists');
  if (lists.is !== 'present' || lists.node.kind !== 'dir') return false;
  if (machine.files.rest(lists.node) !== null || lists.node.entries.size > 0) return false;
  const missing = names.find((name) => {
    const programs = programsOf('apt', name);
    return (
      !name.includes('/') &&
      programs !== null &&
      programs.length > 0 &&
      programs.every((program) => machine.has(program) === 'no')
    );
  });
  if (missing === undefined) return false;
  machine.fail(`E: Unable to locate package ${packageName(missing)}`, 100);
  return true;
}

function installOne(machine: Machine, manager: 'apt' | 'apk', spec: string): void {
  if (/\.(deb|apk)$/.test(spec)) {
    machine.addUnnamedPackages(manager);
    machine.setMurky();
    machine.forgetAccounts();
    return;
  }
  const name = packageName(spec.replace(/[-+]$/, ''));
  const version = /[=~](.+)$/.exec(spec)?.[1];
  machine.addPackage({ manager, name, version, size: estimatedSize(manager, name) });
  const programs = programsOf(manager, spec);
  if (programs === null) machine.setMurky();
  for (const program of programs ?? []) machine.setProgram(program, 'yes');
  machine.mayBringUser(name);
  for (const [user, uid, gid] of ACCOUNTS[name] ?? []) {
    if (!machine.accounts.users.has(user)) machine.setUser(user, { uid, gid, home: undefined, groups: [] });
    if (!machine.accounts.groups.has(user)) machine.setGroup(user, gid);
  }
  // A daemon's package may bring an account of its own.
  if (programs === null) machine.forgetAccounts();
}

/** Accounts that packages bring; which number they get depends on what was there before. */
const ACCOUNTS: Readonly<Record<string, readonly (readonly [string, Known<number>, Known<number>])[]>> = {
  nginx: [['nginx', undefined, undefined]],
  redis: [['redis', undefined, undefined]],
  'redis-server': [['redis', undefined, undefined]],
  postgresql: [['postgres', undefined, undefined]],
  apache2: [['apache', undefined, undefined]],
  caddy: [['caddy', undefined, undefined]],
};

function removeOne(machine: Machine, manager: 'apt' | 'apk', spec: Known<string>): void {
  if (spec === undefined) return;
  const name = packageName(spec);
  machine.removePackage(`${manager}:${name}`);
  for (const program of programsOf(manager, name) ?? []) {
    // Another package may still need it, so that it stays.
    machine.setProgram(program, 'unknown');
  }
}

function removeOrphans(machine: Machine): void {
  // What was only pulled in goes; what was asked for by name stays.
  machine.setMurky();
}

const dpkg: ProgramModel = ({ args, machine, program }) => {
  const parsed = parseArgs(args);
  if (!given(parsed, 'i', 'install', 'unpack', 'configure')) return WHOLE;
  for (const path of ['/usr', '/etc', '/var', '/opt'])
    machine.files.blur(path, machine.identity([program, ...args]));
  machine.setMurky();
  machine.forgetAccounts();
  machine.addUnnamedPackages('apt');
  return PART;
};

export const systemPackageCommands: Readonly<Record<string, ProgramModel>> = {
  'apt-get': apt,
  apt,
  aptitude: apt,
  apk,
  dnf,
  microdnf: dnf,
  yum: dnf,
  tdnf: dnf,
  zypper: dnf,
  dpkg,
};
