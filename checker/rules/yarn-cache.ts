import { flagValue } from '../shell/args.ts';
import { appendCommand, span } from './edits.ts';
import { isKept } from './kept.ts';
import { isMounted } from './mounts.ts';
import { packageCalls } from './package-managers.ts';
import type { Rule, RulePage } from './rule.ts';

/** Where Yarn keeps its cache as root (https://classic.yarnpkg.com/en/docs/cli/cache), and by its own choice. */
const FOLDERS = [
  '/root/.cache/yarn',
  '/usr/local/share/.cache',
  '/usr/local/share/.cache/yarn',
  '/root/.yarn',
];

export const yarnCachePage: RulePage = {
  title: 'Empty Yarn’s cache in the step that filled it',
  why: 'Yarn keeps a copy of every package that it downloads next to node_modules. In a layer nothing reads that copy. A cache mount keeps it between builds and out of the image.',
  sources: ['https://classic.yarnpkg.com/en/docs/cli/cache/'],
};

export const yarnCache: Rule = {
  name: 'yarn-cache',
  severity: 'info',
  refs: ['hadolint:DL3060'],
  set: 'default',
  *check(context) {
    const { dockerfile } = context;
    const calls = packageCalls(dockerfile).filter(({ manager }) => manager === 'yarn');
    const cleaned = new Set(
      calls.flatMap(({ instruction, action, packages }) =>
        action === 'clean' && packages[0]?.text === 'clean' ? [instruction] : [],
      ),
    );
    const reported = new Set();
    for (const { instruction, action, script, args, word, subcommand } of calls) {
      if (action !== 'install' || cleaned.has(instruction) || reported.has(instruction)) continue;
      const folder = flagValue(args, 'cache-folder');
      if (
        !isKept(context, instruction) ||
        (folder ? [folder] : FOLDERS).some((path) => isMounted(instruction, path))
      )
        continue;
      reported.add(instruction);
      yield {
        range: span(word.range, subcommand.range),
        message:
          'Yarn keeps a second copy of every package in the layer. End this RUN with yarn cache clean, or give it a cache mount.',
        fix: appendCommand(dockerfile, instruction, script, 'yarn cache clean', 'Add yarn cache clean'),
      };
    }
  },
};
