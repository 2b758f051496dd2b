import { span } from './edits.ts';
import { type Manager, type PackageCall, packageCalls } from './package-managers.ts';
import type { Rule, RulePage } from './rule.ts';

interface Pinning {
  /** How a version is written, for the message. */
  example: string;
  pinned(name: string): boolean;
  ref: string;
}

/** No package has a longer name; the expression below would take its time over one. */
const MAX_NAME = 256;

/** `curl-8.5.0-1`, `git-core-2:1.8`: what follows the name starts with a digit, and an epoch may stand in it. */
const RPM: Omit<Pinning, 'ref'> = {
  example: 'name-version',
  pinned: (name) =>
    name.length > MAX_NAME || /-\d[\w.~^:+-]*$/.test(name) || /\.rpm$|^\.?\/|:\/\//.test(name),
};

const PINNING: Partial<Record<Manager, Pinning>> = {
  apt: {
    example: 'name=version',
    pinned: (name) => /[=/]|\.deb$/.test(name),
    ref: 'hadolint:DL3008',
  },
  apk: {
    example: 'name=version',
    pinned: (name) => /[=~<>]|\.apk$/.test(name),
    ref: 'hadolint:DL3018',
  },
  yum: { ...RPM, ref: 'hadolint:DL3033' },
  dnf: { ...RPM, ref: 'hadolint:DL3041' },
  zypper: {
    example: 'name=version',
    pinned: (name) => /[=<>]|\.rpm$/.test(name),
    ref: 'hadolint:DL3037',
  },
};

export const pinSystemPackagesPage: RulePage = {
  title: 'Give system packages a version',
  why: 'Without a version, what is installed depends on the day of the build. With one, the build breaks as soon as the distribution replaces that version, security fixes included, which Debian and Alpine do often. A base image pinned by digest and rebuilt regularly is the better bargain for most: that is why this is off by default.',
  sources: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
};

export const pinSystemPackages: Rule = {
  name: 'pin-system-packages',
  severity: 'info',
  refs: ['hadolint:DL3008', 'hadolint:DL3018', 'hadolint:DL3033', 'hadolint:DL3037', 'hadolint:DL3041'],
  set: 'all',
  *check({ dockerfile }) {
    for (const call of packageCalls(dockerfile)) {
      const { manager, program, word, subcommand } = call;
      const pinning = PINNING[manager];
      if (!pinning) continue;
      const loose = loosePackages(call, pinning);
      if (loose.length === 0) continue;
      const [first] = loose;
      yield {
        range: span(word.range, subcommand.range),
        message: `${program} installs whatever version of ${loose.length === 1 ? first : `${first} and ${loose.length - 1} more`} is there that day. Write ${call.action === 'install-module' ? 'name:stream' : pinning.example}.`,
        refs: [pinning.ref],
      };
    }
  },
};

/** What has no version as far as it is written out. */
function loosePackages({ action, packages, subcommand }: PackageCall, { pinned }: Pinning): string[] {
  if (subcommand.text === 'build-dep') return [];
  const names = packages.filter(({ literal }) => literal).map(({ text }) => text);
  if (action === 'install-module') return names.filter((name) => !name.includes(':'));
  return action === 'install' ? names.filter((name) => !pinned(name)) : [];
}
