import { placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const wholeContextCopiedPage: RulePage = {
  title: 'Copy the files that are needed by name',
  why: 'COPY . takes along whatever lies in the folder on the day of the build: .git, .env, local settings, test data. A .dockerignore keeps out what is known to be in the way; naming what is needed keeps out everything else.',
  sources: ['https://docs.docker.com/build/concepts/context/#dockerignore-files'],
};

export const wholeContextCopied: Rule = {
  name: 'whole-context-copied',
  severity: 'info',
  refs: ['hadolint:DL4007'],
  set: 'all',
  *check({ dockerfile }) {
    for (const { instruction, onbuild } of placed(dockerfile)) {
      if (onbuild || instruction.name !== 'copy') continue;
      const all = instruction.sources.find(({ text }) => /^\.\/?$/.test(unquote(text)));
      if (!all) continue;
      yield {
        range: rangeOf(instruction, all),
        message: `This copies everything in the folder that nothing keeps out, such as .git, .env and local settings. Copy what the application needs by name.`,
      };
    }
  },
};
