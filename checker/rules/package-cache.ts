import { type Call, callsIn } from '../shell/calls.ts';
import { appendCommand, span } from './edits.ts';
import { isKept } from './kept.ts';
import { isMounted } from './mounts.ts';
import { type PackageCall, packageCallsIn, readPackageCall } from './package-managers.ts';
import { placed } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

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

export const packageCachePage: RulePage = {
  title: 'Empty the package cache in the step that filled it',
  why: 'yum, dnf and zypper keep what they download: often more than a hundred megabytes that the container never reads. Only the RUN that installed the packages can keep them out of the layer.',
  sources: ['https://docs.docker.com/build/building/best-practices/#run'],
};

export const packageCache: Rule = {
  name: 'package-cache',
  severity: 'warning',
  refs: [
    'hadolint:DL3032',
    'hadolint:DL3036',
    'hadolint:DL3040',
    'trivy:DS-0015',
    'trivy:DS-0019',
    'trivy:DS-0020',
    'trivy:DS-0027',
  ],
  set: 'default',
  *check(context) {
    const { dockerfile } = context;
    for (const { instruction } of placed(dockerfile)) {
      if (!packageCallsIn(dockerfile, instruction).some(({ program }) => cacheOf(program))) continue;
      /** What is not cleaned yet, by program. One clean at the end is enough for all that a step installs. */
      const left = new Map<string, PackageCall>();
      for (const call of callsIn(dockerfile, instruction)) {
        const packageCall = readPackageCall(call);
        for (const program of [...left.keys()]) if (cleans(call, packageCall, program)) left.delete(program);
        const cache =
          packageCall && FILLING.includes(packageCall.action) ? cacheOf(packageCall.program) : undefined;
        if (!packageCall || !cache || left.has(packageCall.program)) continue;
        if (!cache.directories.some((directory) => isMounted(instruction, directory))) {
          left.set(packageCall.program, packageCall);
        }
      }
      for (const [program, { script, word, subcommand }] of left) {
        const { clean, directories, refs } = CACHES[program] as Cache;
        yield {
          range: span(word.range, subcommand.range),
          severity: isKept(context, instruction) ? 'warning' : 'info',
          message: `What ${program} downloads stays in the layer. End this RUN with ${clean}, or give it a cache mount on ${directories[0]}.`,
          refs,
          fix: appendCommand(dockerfile, instruction, script, clean, `Add ${clean}`),
        };
      }
    }
  },
};

function cacheOf(program: string): Cache | undefined {
  return Object.hasOwn(CACHES, program) ? CACHES[program] : undefined;
}

/** Whether a call empties the cache of `program`: by its own command, or by removing the directory. */
function cleans({ program: remover, args }: Call, call: PackageCall | null, program: string): boolean {
  const directories = cacheOf(program)?.directories ?? [];
  if (remover === 'rm' || remover === 'find') {
    return args.some(({ text }) => directories.some((directory) => liesAt(text, directory)));
  }
  if (call?.action !== 'clean') return false;
  if (program === 'zypper') return call.program === 'zypper';
  // yum is another name of dnf where both are there; microdnf keeps a cache of its own.
  const same = call.program === program || (program === 'yum' && call.program === 'dnf');
  return same && call.packages.some(({ text }) => text === 'all' || text === 'packages');
}

/** The directory itself, all in it, or a directory above it. */
function liesAt(path: string, directory: string): boolean {
  const plain = path.replace(/\/?\*{0,2}$/, '');
  return plain !== '' && (plain === directory || directory.startsWith(`${plain}/`));
}
