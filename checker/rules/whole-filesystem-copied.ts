import { placed, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const wholeFilesystemCopiedPage: RulePage = {
  title: 'Copy what is needed, not the whole stage',
  why: 'Copying `/` to `/` brings along the tools and caches that the extra stage was to leave behind. It is also an old way to squash layers, which some mean.',
};

export const wholeFilesystemCopied: Rule = {
  name: 'whole-filesystem-copied',
  severity: 'info',
  refs: ['hadolint:DL3067'],
  set: 'all',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'copy' || !instruction.from) continue;
      const isRoot = ({ text }: { text: string }) => unquote(text) === '/';
      if (!instruction.sources.some(isRoot) || !isRoot(instruction.destination)) continue;
      yield {
        range: instruction.range,
        message: `Everything in ${instruction.from.text} ends up in this image, its tools and caches too. Copy the paths that the application needs.`,
      };
    }
  },
};
