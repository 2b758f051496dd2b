import { finalGroup, placed } from './place.ts';
import { isRootByDefault } from './root-by-default.ts';
import type { Rule, RulePage } from './rule.ts';

export const userMissingPage: RulePage = {
  title: 'Say which user the container runs as',
  why: 'Without USER the container runs as whoever the base image chose, and most base images chose root. Some did not, which only the image itself tells.',
};

export const userMissing: Rule = {
  name: 'user-missing',
  severity: 'info',
  refs: ['trivy:DS-0002'],
  set: 'all',
  *check(context) {
    const { dockerfile, project } = context;
    // Where it is known that this means root, `root-by-default` says so.
    if (isRootByDefault(context)) return;
    const from = finalGroup(dockerfile, project.target)?.from;
    if (!from || placed(dockerfile).some(({ instruction }) => instruction.name === 'user')) return;
    yield {
      range: from.range,
      message:
        'No USER is set, so the container runs as root unless the base image says otherwise. Add a USER without special rights.',
    };
  },
};
