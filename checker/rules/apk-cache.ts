import { hasFlag, mayHoldFlags } from '../shell/args.ts';
import { type Call, callsIn } from '../shell/calls.ts';
import { insertOption, span } from './edits.ts';
import { isKept } from './kept.ts';
import { isMounted } from './mounts.ts';
import { packageCalls } from './package-managers.ts';
import type { Rule, RulePage } from './rule.ts';

const CACHE = '/var/cache/apk';

export const apkCachePage: RulePage = {
  title: 'Install Alpine packages with --no-cache',
  why: 'apk add --no-cache fetches the index of packages, uses it and keeps nothing of it in the layer. Without it the index must be fetched by a command of its own and removed in the same step.',
  sources: ['https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper'],
};

export const apkCache: Rule = {
  name: 'apk-cache',
  severity: 'info',
  refs: ['hadolint:DL3019', 'trivy:DS-0025'],
  set: 'default',
  *check(context) {
    const { dockerfile } = context;
    for (const call of packageCalls(dockerfile)) {
      const { manager, action, args, instruction, word, subcommand } = call;
      if (manager !== 'apk' || action !== 'install' || hasFlag(args, 'no-cache') || mayHoldFlags(args))
        continue;
      if (isMounted(instruction, CACHE) || callsIn(dockerfile, instruction).some(removesCache)) continue;
      yield {
        range: span(word.range, subcommand.range),
        severity: isKept(context, instruction) ? 'warning' : 'info',
        message:
          'apk keeps the index of packages in the layer. Add --no-cache, which also makes apk update needless.',
        fix: insertOption(dockerfile, call, subcommand, '--no-cache', 'Add --no-cache'),
      };
    }
  },
};

function removesCache({ program, args }: Call): boolean {
  return program === 'rm' && args.some(({ text }) => text.startsWith(CACHE));
}
