import { type Call, callsIn } from '../shell/calls.ts';
import { appendCommand, span } from './edits.ts';
import { isKept } from './kept.ts';
import { isMounted } from './mounts.ts';
import { type Manager, type PackageCall, packageCalls, readPackageCall } from './package-managers.ts';
import type { Rule } from './rule.ts';

interface Cache {
  /** Where downloads and metadata are kept. */
  directories: readonly string[];
  clean: string;
  refs: readonly string[];
}

const CACHES: Readonly<Record<string, Cache>> = {
  yum: {
    directories: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5'],
    clean: 'yum clean all',
    refs: ['hadolint:DL3032', 'trivy:DS-0015'],
  },
  dnf: {
    directories: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum'],
    clean: 'dnf clean all',
    refs: ['hadolint:DL3040', 'trivy:DS-0019'],
  },
  microdnf: {
    directories: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum'],
    clean: 'microdnf clean all',
    refs: ['hadolint:DL3040', 'trivy:DS-0027'],
  },
  zypper: {
    directories: ['/var/cache/zypp'],
    clean: 'zypper clean',
    refs: ['hadolint:DL3036', 'trivy:DS-0020'],
  },
};

/** What downloads packages, and so fills the cache. */
const FILLING: readonly PackageCall['action'][] = [
  'install',
  'install-module',
  'install-group',
  'upgrade',
  'dist-upgrade',
];

export const packageCache: Rule = {
  name: 'package-cache',
  severity: 'warning',
  title: 'Empty the package cache in the step that filled it',
  why: 'yum, dnf and zypper keep what they download: often more than a hundred megabytes that the container never reads. Only the RUN that installed the packages can keep them out of the layer.',
  refs: [
    'hadolint:DL3032',
    'hadolint:DL3036',
    'hadolint:DL3040',
    'trivy:DS-0015',
    'trivy:DS-0019',
    'trivy:DS-0020',
    'trivy:DS-0027',
  ],
  sources: ['https://docs.docker.com/build/building/best-practices/#run'],
  set: 'default',
  *check(context) {
    const { dockerfile } = context;
    const reported = new Set<string>();
    for (const call of packageCalls(dockerfile)) {
      const { instruction, action, script, word, subcommand } = call;
      const program = call.program === 'dnf5' ? 'dnf' : call.program;
      const cache = Object.hasOwn(CACHES, program) ? CACHES[program] : undefined;
      if (!cache || !FILLING.includes(action)) continue;
      // One clean at the end is enough for all that the step installs.
      const step = `${program} ${instruction.startLine}`;
      if (reported.has(step) || cache.directories.some((directory) => isMounted(instruction, directory)))
        continue;
      const calls = callsIn(dockerfile, instruction);
      const later = calls.slice(calls.findIndex(({ command }) => command === call.command) + 1);
      if (later.some((next) => cleans(next, program, cache))) continue;
      reported.add(step);
      yield {
        range: span(word.range, subcommand.range),
        severity: isKept(context, instruction) ? 'warning' : 'info',
        message: `What ${program} downloads stays in the layer. End this RUN with ${cache.clean}, or give it a cache mount on ${cache.directories[0]}.`,
        refs: cache.refs,
        fix: appendCommand(dockerfile, instruction, script, cache.clean, `Add ${cache.clean}`),
      };
    }
  },
};

function cleans(call: Call, program: string, { directories }: Cache): boolean {
  if (call.program === 'rm' || call.program === 'find') {
    return call.args.some(({ text }) => directories.some((directory) => liesAt(text, directory)));
  }
  const other = readPackageCall(call);
  if (other?.action !== 'clean') return false;
  const same: Manager | undefined = program === 'zypper' ? 'zypper' : program === 'yum' ? 'yum' : 'dnf';
  if (other.manager !== same && !(same === 'yum' && other.program === 'dnf')) return false;
  if (program === 'microdnf' && other.program !== 'microdnf') return false;
  if (program === 'dnf' && other.program === 'microdnf') return false;
  return same === 'zypper' || other.packages.some(({ text }) => text === 'all' || text === 'packages');
}

/** The directory itself, all in it, or a directory above it. */
function liesAt(path: string, directory: string): boolean {
  const plain = path.replace(/\/?\*{0,2}$/, '');
  return plain !== '' && (plain === directory || directory.startsWith(`${plain}/`));
}
