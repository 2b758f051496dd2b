import { hasFlag, mayHoldFlags } from '../shell/args.ts';
import { insertOption, span } from './edits.ts';
import { packageCalls } from './package-managers.ts';
import type { Rule, RulePage } from './rule.ts';

export const noInstallRecommendsPage: RulePage = {
  title: 'Install packages without what they recommend',
  why: 'apt-get installs recommended packages along with what you ask for: documentation, desktop parts, sometimes a mail server. They make the image larger and give scanners and attackers more to find. Where one of them is needed, name it.',
  sources: [
    'https://manpages.debian.org/apt-get',
    'https://docs.docker.com/build/building/best-practices/#apt-get',
  ],
};

export const noInstallRecommends: Rule = {
  name: 'no-install-recommends',
  severity: 'info',
  refs: ['hadolint:DL3015', 'trivy:DS-0029'],
  set: 'default',
  *check({ dockerfile }) {
    if (/Install-Recommends["']?[\s=]+["']?(?:false|0|no)\b/i.test(dockerfile.text)) return;
    for (const call of packageCalls(dockerfile)) {
      const { manager, action, program, args, word, subcommand } = call;
      if (manager !== 'apt' || action !== 'install' || program === 'aptitude') continue;
      if (hasFlag(args, 'no-install-recommends') || mayHoldFlags(args)) continue;
      yield {
        range: span(word.range, subcommand.range),
        message: `${program} installs recommended packages as well, which the program rarely needs. Add --no-install-recommends.`,
        fix: insertOption(
          dockerfile,
          call,
          subcommand,
          '--no-install-recommends',
          'Add --no-install-recommends',
        ),
      };
    }
  },
};
