import { flagValue, hasFlag } from '../shell/args.ts';
import { runCalls } from '../shell/calls.ts';
import { insertOption } from './edits.ts';
import type { Rule, RulePage } from './rule.ts';

export const useraddHighUidPage: RulePage = {
  title: 'Create users with high ids without a login record',
  why: 'useradd writes an entry for the new user into files that are indexed by user id. They are sparse, but a layer stores them in full: a large id makes an image of many megabytes, even gigabytes. -l leaves the entry out.',
  sources: [
    'https://docs.docker.com/build/building/best-practices/#user',
    'https://man7.org/linux/man-pages/man8/useradd.8.html',
  ],
};

export const useraddHighUid: Rule = {
  name: 'useradd-high-uid',
  severity: 'warning',
  refs: ['hadolint:DL3046'],
  set: 'default',
  *check({ dockerfile }) {
    for (const call of runCalls(dockerfile, 'useradd')) {
      const uid = flagValue(call.args, 'uid', 'u') ?? bundledUid(call.args.map(({ text }) => text));
      if (uid === null || !/^\d{6,}$/.test(uid) || hasFlag(call.args, 'l', 'no-log-init')) continue;
      yield {
        range: call.word.range,
        message: `With the user id ${uid} useradd writes a login record that makes the layer very large. Add -l.`,
        fix: insertOption(dockerfile, call, call.word, '-l', 'Add -l'),
      };
    }
  },
};

/** `-ru 123456`. */
function bundledUid(args: readonly string[]): string | null {
  const bundle = args.findIndex((text) => /^-[a-zA-Z]+u$/.test(text));
  return bundle === -1 ? null : (args[bundle + 1] ?? null);
}
