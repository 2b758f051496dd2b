import { runCalls } from '../shell/calls.ts';
import { replaceWord } from './edits.ts';
import { readPackageCall } from './package-managers.ts';
import type { Rule, RulePage } from './rule.ts';

export const aptInScriptPage: RulePage = {
  title: 'Use apt-get in scripts',
  why: 'apt is made for people at a terminal: it warns that its command line may change between versions, and what it prints is not for other programs to read. apt-get is kept stable for scripts.',
  sources: ['https://manpages.debian.org/apt'],
};

export const aptInScript: Rule = {
  name: 'apt-in-script',
  severity: 'info',
  refs: ['hadolint:DL3027'],
  set: 'default',
  *check({ dockerfile }) {
    for (const call of runCalls(dockerfile, 'apt')) {
      const action = readPackageCall(call)?.action ?? 'other';
      // apt-get knows neither list nor search nor full-upgrade: apt-cache does, or another word.
      const same = action !== 'other' && action !== 'dist-upgrade';
      yield {
        range: call.word.range,
        message:
          'apt is made for people and may change from one version to the next. Use apt-get, or apt-cache to search.',
        fix:
          same && call.word.text === 'apt'
            ? replaceWord(dockerfile, call, call.word, 'apt-get', 'Use apt-get')
            : undefined,
      };
    }
  },
};
