import { placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const copyFromItselfPage: RulePage = {
  title: 'Copy from another stage, not from this one',
  why: 'A stage is not finished while its instructions run, so nothing can be copied from it. The build stops before it begins.',
  sources: ['https://docs.docker.com/reference/dockerfile/#copy---from'],
};

export const copyFromItself: Rule = {
  name: 'copy-from-itself',
  severity: 'error',
  refs: ['hadolint:DL3023', 'trivy:DS-0006'],
  set: 'all',
  *check({ dockerfile }) {
    for (const { instruction, from, onbuild } of placed(dockerfile)) {
      if (instruction.name !== 'copy' || !instruction.from || onbuild || !from?.stageName) continue;
      const name = unquote(from.stageName.text);
      if (unquote(instruction.from.text).toLowerCase() !== name.toLowerCase()) continue;
      yield {
        range: rangeOf(instruction, instruction.from),
        message: `This is stage ${name} itself. To move files within it use RUN cp, otherwise name the stage that has them.`,
      };
    }
  },
};
