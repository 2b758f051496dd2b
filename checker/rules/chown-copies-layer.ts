import { megabytes } from '../goals/size.ts';
import { builtOf, shippedStages } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

/** Bytes below which the copy is of no account. */
const SMALL = 5e6;

export const chownCopiesLayerPage: RulePage = {
  title: 'Set the owner when files are copied, not afterwards',
  why: 'A layer holds whole files. chown and chmod in a later step put every file that they touch into the image a second time.',
  sources: ['https://docs.docker.com/reference/dockerfile/#copy---chown---chmod'],
};

export const chownCopiesLayer: Rule = {
  name: 'chown-copies-layer',
  severity: 'warning',
  refs: [],
  set: 'default',
  *check(context) {
    for (const { steps } of shippedStages(builtOf(context))) {
      for (const { ran, layer, instruction } of steps) {
        const changing = ran.find(
          ({ argv }) =>
            (argv[0] === 'chown' || argv[0] === 'chmod' || argv[0] === 'chgrp') &&
            argv.some((word) => word !== undefined && /^-\w*R|^--recursive$/.test(word)),
        );
        if (!changing || !layer?.bytes || layer.bytes < SMALL) continue;
        // What else the step does would have to be told apart.
        if (
          ran.some(
            ({ argv }) =>
              !['chown', 'chmod', 'chgrp', 'mkdir', 'useradd', 'groupadd', 'adduser', 'addgroup'].includes(
                argv[0] ?? '',
              ),
          )
        )
          continue;
        yield {
          range: instruction.range,
          message: `This puts ${layer.exact ? '' : 'about '}${megabytes(layer.bytes)} into the image a second time. Use ${changing.argv[0] === 'chmod' ? 'COPY --chmod' : 'COPY --chown'}, or do it in the RUN that makes the files.`,
        };
      }
    }
  },
};
