import { missingMessage } from '../image/copy.ts';
import { builtOf, neededSteps } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

export const copyMissingSourcePage: RulePage = {
  title: 'Copy only what is there',
  why: 'COPY of a path that is not in the build context, or not in the stage that --from names, stops the build before anything else is done.',
  sources: ['https://docs.docker.com/reference/dockerfile/#copy'],
};

export const copyMissingSource: Rule = {
  name: 'copy-missing-source',
  severity: 'error',
  refs: [],
  set: 'default',
  *check(context) {
    for (const { failure, instruction } of neededSteps(builtOf(context))) {
      if (failure?.kind !== 'missing-source') continue;
      const path = /"((?:[^"\\]|\\.)*)": not found$/.exec(failure.message)?.[1] ?? '';
      const stage = instruction.name === 'copy' ? instruction.from : null;
      const where = stage === null ? 'the build context' : `the stage ${stage.text}`;
      // What .dockerignore leaves out has a rule of its own.
      if (stage === null && context.project.files.has(path.replace(/^\//, ''))) continue;
      yield {
        range: failure.range,
        message: `The build stops here: ${where} has no ${stage === null ? path.replace(/^\//, '') : path} (\`${missingMessage(path)}\`).`,
      };
    }
  },
};
