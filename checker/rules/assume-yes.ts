import { findFlag, hasFlag, mayHoldFlags } from '../shell/args.ts';
import { insertOption, span } from './edits.ts';
import { type Action, type Manager, type PackageCall, packageCalls } from './package-managers.ts';
import type { Rule, RulePage } from './rule.ts';

interface Asking {
  /** What it asks before doing. */
  actions: readonly Action[];
  /** Options that answer. */
  flags: readonly string[];
  refs: readonly string[];
}

const ASKING: Partial<Record<Manager, Asking>> = {
  apt: {
    actions: ['install', 'remove', 'upgrade', 'dist-upgrade'],
    flags: ['y', 'yes', 'assume-yes'],
    refs: ['hadolint:DL3014', 'trivy:DS-0021'],
  },
  yum: {
    actions: ['install', 'install-module', 'install-group', 'remove', 'upgrade', 'dist-upgrade'],
    flags: ['y', 'assumeyes'],
    refs: ['hadolint:DL3030'],
  },
  dnf: {
    actions: ['install', 'install-module', 'install-group', 'remove', 'upgrade', 'dist-upgrade'],
    flags: ['y', 'assumeyes'],
    refs: ['hadolint:DL3038'],
  },
  zypper: {
    actions: ['install', 'remove', 'upgrade', 'dist-upgrade'],
    flags: ['y', 'n', 'no-confirm', 'non-interactive'],
    refs: ['hadolint:DL3034'],
  },
};

export const assumeYesPage: RulePage = {
  title: 'Answer the questions of the package manager in advance',
  why: 'Nobody sits at the terminal of a build. Where the package manager asks whether to go on, it reads the end of its input, takes that for a no, and the build fails.',
  sources: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
};

export const assumeYes: Rule = {
  name: 'assume-yes',
  severity: 'warning',
  refs: ['hadolint:DL3014', 'hadolint:DL3030', 'hadolint:DL3034', 'hadolint:DL3038', 'trivy:DS-0021'],
  set: 'default',
  *check({ dockerfile }) {
    // Once it is written in a configuration file, each call is answered.
    if (/Assume-Yes|assumeyes\s*=/i.test(dockerfile.text)) return;
    for (const call of packageCalls(dockerfile)) {
      const { manager, action, program, args, word, subcommand } = call;
      const asking = ASKING[manager];
      if (!asking?.actions.includes(action) || hasFlag(args, ...asking.flags)) continue;
      if (mayHoldFlags(args) || isFed(call) || (manager === 'apt' && isQuietTwice(call)) || onlyShows(call))
        continue;
      yield {
        range: span(word.range, subcommand.range),
        message: `${program} ${subcommand.text} asks before it does anything, and nobody is there to answer: the build fails. Add -y.`,
        refs: action === 'install' || manager !== 'apt' ? asking.refs : [],
        fix: insertOption(dockerfile, call, subcommand, '-y', 'Add -y'),
      };
    }
  },
};

/** Something answers through a pipe: `yes | apt-get install ...`, or the answers come from a file. */
function isFed({ script, command }: PackageCall): boolean {
  const before = script.commands[script.commands.indexOf(command) - 1];
  return (
    before?.pipeline === command.pipeline ||
    command.redirects.some(({ operator }) => operator.startsWith('<'))
  );
}

/** `-qq`, `-q -q` and `-q=2` mean yes to apt-get (https://manpages.debian.org/apt-get). */
function isQuietTwice({ args }: PackageCall): boolean {
  const quiet = args.filter(({ text }) => text === '-q' || text === '--quiet').length;
  return quiet > 1 || args.some(({ text }) => /^(?:-[a-zA-Z]*q[a-zA-Z]*q|-q=[2-9]|--quiet=[2-9])/.test(text));
}

/** It downloads or simulates, and changes nothing that it would ask about. */
function onlyShows({ args }: PackageCall): boolean {
  return findFlag(args, 'dry-run', 'simulate', 'just-print', 'print-uris', 'assumeno', 'help') !== undefined;
}
