import { type Call, callsIn } from '../shell/calls.ts';
import { stageGroups } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const wgetAndCurlPage: RulePage = {
  title: 'Download with wget or with curl, not with both',
  why: 'Both do the same, so the second one is a package more to install, to update and to watch for security holes.',
  sources: ['https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages'],
};

export const wgetAndCurl: Rule = {
  name: 'wget-and-curl',
  severity: 'info',
  refs: ['hadolint:DL4001', 'trivy:DS-0014'],
  set: 'default',
  *check({ dockerfile }) {
    for (const group of stageGroups(dockerfile)) {
      const seen = new Set<string>();
      for (const { instruction } of group.placed) {
        if (instruction.name !== 'run') continue;
        // One finding a step: where the second of the two comes in, and where either is used after that.
        let last: Call | undefined;
        for (const call of callsIn(dockerfile, instruction)) {
          if (call.program !== 'wget' && call.program !== 'curl') continue;
          seen.add(call.program);
          last = call;
        }
        if (seen.size < 2 || !last) continue;
        yield {
          range: last.word.range,
          message:
            'This stage downloads with wget as well as curl. Use one of them for all, and install only that.',
        };
      }
    }
  },
};
