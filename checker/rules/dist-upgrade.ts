import { span } from './edits.ts';
import { type Manager, packageCalls } from './package-managers.ts';
import type { Rule, RulePage } from './rule.ts';

const REFS: Partial<Record<Manager, readonly string[]>> = {
  apt: ['hadolint:DL3005', 'trivy:DS-0024'],
  zypper: ['hadolint:DL3035'],
};

export const distUpgradePage: RulePage = {
  title: 'Choose a newer base image rather than a distribution upgrade',
  why: 'A distribution upgrade may replace or remove packages that the base image relies on, and gives another result each time. The layer holds all of the new files while the old ones stay below it.',
  sources: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
};

export const distUpgrade: Rule = {
  name: 'dist-upgrade',
  severity: 'warning',
  refs: ['hadolint:DL3005', 'hadolint:DL3035', 'trivy:DS-0024'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { action, manager, program, word, subcommand } of packageCalls(dockerfile)) {
      if (action !== 'dist-upgrade') continue;
      yield {
        range: span(word.range, subcommand.range),
        message: `${program} ${subcommand.text} changes the whole system of the base image, each time to something else. Start FROM a newer tag of the image instead.`,
        refs: REFS[manager] ?? [],
      };
    }
  },
};
