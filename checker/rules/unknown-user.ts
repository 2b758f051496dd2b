import { missingUser } from '../image/runtime/start.ts';
import { builtOf, neededSteps } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

export const unknownUserPage: RulePage = {
  title: 'Run as a user that exists in the stage',
  why: 'A user that another stage made does not come along with COPY --from. The build fails at the next RUN; without one it succeeds, and the container does not start.',
  sources: ['https://docs.docker.com/reference/dockerfile/#user'],
};

export const unknownUser: Rule = {
  name: 'unknown-user',
  severity: 'error',
  refs: [],
  set: 'default',
  *check(context) {
    const build = builtOf(context);
    const told = new Set<unknown>();
    for (const { failure, before } of neededSteps(build)) {
      if (failure?.kind !== 'unknown-user' && failure?.kind !== 'unknown-group') continue;
      const missing = missingUser(before);
      const place = before.config.userFrom?.instruction;
      if (!missing || !place || told.has(place)) continue;
      told.add(place);
      yield {
        range: place.range,
        message: `The build stops at the next RUN: \`${missing.words}\`. Create ${missing.name} in this stage before USER names it.`,
      };
    }
    const missing = build.image && missingUser(build.image.end);
    if (missing && !told.has(build.image?.end.config.userFrom?.instruction)) {
      yield {
        range: missing.range,
        message: `The image builds, but its container does not start: \`${missing.words}\`. Create ${missing.name} in the stage that becomes the image.`,
      };
    }
  },
};
