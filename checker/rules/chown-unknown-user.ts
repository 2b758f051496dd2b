import { lookupUser } from '../image/permissions.ts';
import { builtOf, neededSteps } from './built.ts';
import { hasVariable, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const chownUnknownUserPage: RulePage = {
  title: 'Give copied files to a user that exists',
  why: 'BuildKit says nothing about a name in --chown that the stage does not know: the files belong to root, and the application cannot write to them. On FROM scratch the build fails.',
  sources: ['https://docs.docker.com/reference/dockerfile/#copy---chown---chmod'],
};

export const chownUnknownUser: Rule = {
  name: 'chown-unknown-user',
  severity: 'warning',
  refs: [],
  set: 'default',
  *check(context) {
    for (const { instruction, before } of neededSteps(builtOf(context))) {
      if ((instruction.name !== 'copy' && instruction.name !== 'add') || !instruction.chown) continue;
      const owner = unquote(instruction.chown.text);
      if (hasVariable(owner)) continue;
      const { missingUser, missingGroup } = lookupUser(owner, before.accounts);
      const missing = missingUser ?? missingGroup;
      if (missing === null) continue;
      const scratch = before.distribution === 'scratch' && before.files.lookup('/etc/passwd').is === 'absent';
      yield {
        range: rangeOf(instruction, instruction.chown),
        ...(scratch ? { severity: 'error' as const } : {}),
        message: scratch
          ? `The build stops here: an empty image has no ${missing} (\`invalid user index: -1\`). Give the number of the user instead.`
          : `This stage has no ${missingUser !== null ? 'user' : 'group'} ${missing}, so the files belong to root, without a word of warning. Create ${missing} first, or give a number.`,
      };
    }
  },
};
