import { parseReference } from '../dockerfile/reference.ts';
import { judgedReferences } from './base-image.ts';
import { rangeOf } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

export const latestTagPage: RulePage = {
  title: 'Name a version of the base image instead of `latest`',
  why: '`latest` is whatever its publisher pushed last, so the same Dockerfile builds another image tomorrow. A tag such as `22-slim` says what you tested; a digest pins it to the byte.',
  sources: ['https://docs.docker.com/build/building/best-practices/#pin-base-image-versions'],
};

export const latestTag: Rule = {
  name: 'latest-tag',
  severity: 'warning',
  refs: ['hadolint:DL3007', 'trivy:DS-0001'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { from, reference, written } of judgedReferences(dockerfile)) {
      const { tag, digest } = parseReference(reference);
      if (tag !== 'latest' || digest) continue;
      const image = reference.slice(0, -':latest'.length);
      yield {
        range: rangeOf(from, from.image),
        message: `The tag latest moves: the next build can start from another version of ${image}. Name the version that you tested: ${image}:<version>.`,
        refs: written ? this.refs : ['trivy:DS-0001'],
      };
    }
  },
};
