import type { Dockerfile } from '../dockerfile/types.ts';
import { span } from './edits.ts';
import { type Manager, type PackageCall, packageCalls, packageCallsIn } from './package-managers.ts';
import type { Rule, RulePage } from './rule.ts';

/** Twins by package manager; Trivy takes `update` of these for a refresh of the index that nothing uses. */
const REFS: Partial<Record<Manager, readonly string[]>> = {
  apk: ['hadolint:DL3017'],
  yum: ['hadolint:DL3031', 'trivy:DS-0017'],
  dnf: ['hadolint:DL3039', 'trivy:DS-0017'],
  zypper: ['trivy:DS-0017'],
};

export const upgradePackagesPage: RulePage = {
  title: 'Take upgrades from the base image',
  why: 'Upgrading everything gives another image each time it is not cached, and an old one as long as it is. A base image that is rebuilt often, pulled anew, has the same fixes without a second copy of the packages. Where the base image is slow to follow, an upgrade is the right thing to do: that is why this is off by default.',
  sources: ['https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often'],
};

export const upgradePackages: Rule = {
  name: 'upgrade-packages',
  severity: 'info',
  refs: ['hadolint:DL3017', 'hadolint:DL3031', 'hadolint:DL3039', 'trivy:DS-0017'],
  set: 'all',
  *check({ dockerfile }) {
    for (const call of packageCalls(dockerfile)) {
      const { action, manager, program, packages, word, subcommand } = call;
      if (action !== 'upgrade' || packages.length > 0) continue;
      const refs = REFS[manager] ?? [];
      yield {
        range: span(word.range, subcommand.range),
        message: `${program} ${subcommand.text} gives another image each time that it runs. Pull a newer base image, or name the packages that must be newer.`,
        refs: isAlone(dockerfile, call) ? refs : refs.filter((ref) => ref !== 'trivy:DS-0017'),
      };
    }
  },
};

/** `update` with no installation by the same package manager in its step. */
function isAlone(dockerfile: Dockerfile, { instruction, manager, subcommand }: PackageCall): boolean {
  if (subcommand.text !== 'update' && subcommand.text !== 'up') return false;
  const others = packageCallsIn(dockerfile, instruction);
  return !others.some((other) => other.manager === manager && other.action.startsWith('install'));
}
