import type { Rule, RulePage } from './rule.ts';

export const onbuildForbiddenPage: RulePage = {
  title: 'Trigger no FROM, MAINTAINER or ONBUILD',
  why: 'A trigger runs in the middle of another build, where a stage cannot begin and no further trigger is planned. Docker refuses all three.',
  sources: ['https://docs.docker.com/reference/dockerfile/#onbuild-limitations'],
};

export const onbuildForbidden: Rule = {
  name: 'onbuild-forbidden',
  severity: 'error',
  refs: ['hadolint:DL3043'],
  set: 'all',
  *check({ dockerfile }) {
    for (const instruction of dockerfile.instructions) {
      if (
        instruction.name !== 'onbuild' &&
        !(instruction.name === 'invalid' && instruction.written === 'onbuild')
      )
        continue;
      const [trigger] = /^\s*(FROM|MAINTAINER|ONBUILD)\b/i.exec(instruction.rest.text) ?? [];
      if (!trigger) continue;
      yield {
        range: instruction.range,
        message: `ONBUILD cannot trigger ${trigger.trim().toUpperCase()}: it would run in the middle of another build. Write it in the Dockerfile that uses this image.`,
      };
    }
  },
};
