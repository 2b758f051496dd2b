import { rangeOf } from './place.ts';
import { rootRefs, rootStages } from './root-user.ts';
import type { Rule, RulePage } from './rule.ts';

export const rootInBuildStagePage: RulePage = {
  title: 'Leave no stage as root',
  why: 'A stage that only builds does not run in production, so root in it costs little. Teams that build every stage as an image of its own want it all the same.',
};

export const rootInBuildStage: Rule = {
  name: 'root-in-build-stage',
  severity: 'info',
  refs: ['hadolint:DL3002', 'trivy:DS-0002'],
  set: 'all',
  *check({ dockerfile, project }) {
    for (const stage of rootStages(dockerfile, project.target)) {
      if (stage.final) continue;
      yield {
        range: rangeOf(stage.user, stage.user.user),
        message:
          'This stage ends as root, and so does every image that is built on it. End it with another USER.',
        refs: rootRefs(stage),
      };
    }
  },
};
