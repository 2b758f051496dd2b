import { span } from './edits.ts';
import { packageCalls } from './package-managers.ts';
import type { Rule } from './rule.ts';

const REFS: Readonly<Record<string, string>> = {
  apk: 'hadolint:DL3017',
  yum: 'hadolint:DL3031',
  dnf: 'hadolint:DL3039',
};

export const upgradePackages: Rule = {
  name: 'upgrade-packages',
  severity: 'info',
  title: 'Take upgrades from the base image',
  why: 'Upgrading everything gives another image each time it is not cached, and an old one as long as it is. A base image that is rebuilt often, pulled anew, has the same fixes without a second copy of the packages. Where the base image is slow to follow, an upgrade is the right thing to do: that is why this is off by default.',
  refs: ['hadolint:DL3017', 'hadolint:DL3031', 'hadolint:DL3039'],
  sources: ['https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often'],
  set: 'all',
  *check({ dockerfile }) {
    for (const { action, manager, program, packages, word, subcommand } of packageCalls(dockerfile)) {
      const ref = REFS[manager];
      if (action !== 'upgrade' || packages.length > 0) continue;
      yield {
        range: span(word.range, subcommand.range),
        message: `${program} ${subcommand.text} gives another image each time that it runs. Pull a newer base image, or name the packages that must be newer.`,
        refs: ref ? [ref] : [],
      };
    }
  },
};
