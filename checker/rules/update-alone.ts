import type { Instruction } from '../dockerfile/types.ts';
import { span } from './edits.ts';
import { type Manager, type PackageCall, packageCallsIn } from './package-managers.ts';
import { placed } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

/** They fetch the index by a command of their own; dnf, yum and zypper refresh it when they install. */
const MANAGERS: ReadonlySet<Manager> = new Set(['apt', 'apk']);

export const updateAlonePage: RulePage = {
  title: 'Refresh the package index in the step that installs',
  why: 'A RUN that only refreshes the index is cached. When you add a package later, the cached index is used again: it names versions that the mirrors no longer have, and the installation fails or is out of date.',
  sources: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
};

export const updateAlone: Rule = {
  name: 'update-alone',
  severity: 'warning',
  refs: ['trivy:DS-0017'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      /** The index that nothing has used yet, by package manager. */
      const unused = new Map<Manager, PackageCall>();
      for (const call of packageCallsIn(dockerfile, instruction)) {
        const { manager, action } = call;
        if (action === 'refresh' && MANAGERS.has(manager)) unused.set(manager, call);
        else if (action === 'install' || action.endsWith('upgrade')) unused.delete(manager);
      }
      if (unused.size === 0 || usesIndexOtherwise(instruction)) continue;
      for (const { program, word, subcommand } of unused.values()) {
        yield {
          range: span(word.range, subcommand.range),
          message: `This index is cached and grows old while the packages are installed elsewhere. Put ${program} ${subcommand.text} and the installation in one RUN.`,
        };
      }
    }
  },
};

/** What installs by the index without our seeing it: another program, a script, a variable. */
function usesIndexOtherwise({ rest, heredocs }: Instruction): boolean {
  const all = [rest.text, ...heredocs.map(({ content }) => content)].join('\n');
  return /\b(?:install|add|upgrade|build-dep|apt-cache|apt-file|search|policy|playwright|mk-build-deps|\w+\.sh)\b/.test(
    all,
  );
}
