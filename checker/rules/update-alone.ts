import { span } from './edits.ts';
import { packageCalls } from './package-managers.ts';
import type { Rule } from './rule.ts';

/** They fetch the index by a command of their own; dnf, yum and zypper refresh it when they install. */
const MANAGERS: ReadonlySet<string> = new Set(['apt', 'apk']);

export const updateAlone: Rule = {
  name: 'update-alone',
  severity: 'warning',
  title: 'Refresh the package index in the step that installs',
  why: 'A RUN that only refreshes the index is cached. When you add a package later, the cached index is used again: it names versions that the mirrors no longer have, and the installation fails or is out of date.',
  refs: ['trivy:DS-0017'],
  sources: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  set: 'default',
  *check({ dockerfile }) {
    const calls = packageCalls(dockerfile);
    for (const [i, { manager, action, program, instruction, word, subcommand }] of calls.entries()) {
      if (action !== 'refresh' || !MANAGERS.has(manager)) continue;
      let used = false;
      for (let next = i + 1; !used && calls[next]?.instruction === instruction; next++) {
        const later = calls[next];
        used = later?.manager === manager && (later.action === 'install' || later.action.endsWith('upgrade'));
      }
      if (used || usesIndexOtherwise(instruction.rest.text, instruction.heredocs)) continue;
      yield {
        range: span(word.range, subcommand.range),
        message: `This index is cached and grows old while the packages are installed elsewhere. Put ${program} ${subcommand.text} and the installation in one RUN.`,
      };
    }
  },
};

/** What installs by the index without our seeing it: another program, a script, a variable. */
function usesIndexOtherwise(text: string, heredocs: readonly { content: string }[]): boolean {
  const all = [text, ...heredocs.map(({ content }) => content)].join('\n');
  return /\b(?:install|add|upgrade|build-dep|apt-cache|apt-file|search|policy|playwright|mk-build-deps|\w+\.sh)\b/.test(
    all,
  );
}
