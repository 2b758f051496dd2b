import { parseReference } from '../dockerfile/reference.ts';
import { judgedReferences } from './base-image.ts';
import { hasVariable, rangeOf } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const untaggedImagePage: RulePage = {
  title: 'Give the base image a tag',
  why: 'An image without a tag means `latest`, which is whatever its publisher pushed last. With a version the build stays the same until you change it.',
  sources: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
};

export const untaggedImage: Rule = {
  name: 'untagged-image',
  severity: 'warning',
  refs: ['hadolint:DL3006', 'trivy:DS-0001'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { from, reference, written } of judgedReferences(dockerfile)) {
      const { path, tag, digest } = parseReference(reference);
      // A variable in the last part may bring the tag along.
      if (tag !== null || digest || hasVariable(path.slice(path.lastIndexOf('/') + 1))) continue;
      yield {
        range: rangeOf(from, from.image),
        message: `${reference} has no tag, so each build takes whatever is newest. Add the version that you tested: ${reference}:<version>.`,
        refs: written ? this.refs : ['trivy:DS-0001'],
      };
    }
  },
};
