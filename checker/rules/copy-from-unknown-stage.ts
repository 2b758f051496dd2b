import { nearest } from '../dockerfile/suggest.ts';
import { hasVariable, placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const copyFromUnknownStagePage: RulePage = {
  title: 'Copy from a stage above, or from an image with a tag',
  why: 'A name that is no stage above is looked up as an image, and without a tag as its `latest`. A typing error then takes the files from a stranger, or stops the build.',
  sources: ['https://docs.docker.com/reference/dockerfile/#copy---from'],
};

export const copyFromUnknownStage: Rule = {
  name: 'copy-from-unknown-stage',
  severity: 'warning',
  refs: ['hadolint:DL3022'],
  set: 'default',
  *check({ dockerfile }) {
    const names = new Set<string>();
    let count = 0;
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name === 'from') {
        count++;
        if (instruction.stageName) names.add(unquote(instruction.stageName.text).toLowerCase());
      }
      if (instruction.name !== 'copy' || !instruction.from) continue;
      const source = unquote(instruction.from.text);
      if (source.includes(':') || hasVariable(source) || names.has(source.toLowerCase())) continue;
      if (/^\d+$/.test(source) && Number(source) < count) continue;
      // Nobody mistypes one of hundreds of names, and comparing with all of them would take long.
      const meant = names.size < 100 ? nearest(source, names, false) : null;
      yield {
        range: rangeOf(instruction, instruction.from),
        message: `No stage above is called ${source}, so it is taken for an image of that name, in whatever version is newest. ${meant ? `Did you mean ${meant}?` : 'Name a stage above, or give the image a tag.'}`,
      };
    }
  },
};
