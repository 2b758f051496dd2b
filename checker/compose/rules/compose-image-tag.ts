import { at } from './finding.ts';
import { parseImage } from './known-images.ts';
import type { ComposeRule } from './rule.ts';

/** Name the version of every image in production. */
export const imageTag: ComposeRule = {
  name: 'compose-image-tag',
  severity: 'warning',
  title: 'Name the version of every image in production',
  why: '`latest`, or no tag, means whatever was pushed last: two servers run different versions, and a restart can upgrade a database. A version makes deployments repeatable and rollbacks possible.',
  refs: ['dclint:service-image-require-explicit-tag'],
  sources: ['https://docs.docker.com/reference/compose-file/services/#image'],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      const reference = service.image?.value;
      // An image that the service builds is named, not pulled.
      if (service.role !== 'production' || !service.image || reference === undefined || service.build)
        continue;
      const { tag, digest } = parseImage(reference);
      if (digest !== undefined || (tag !== undefined && tag !== 'latest')) continue;
      yield at(
        service.image.node,
        `services.${service.name}.image`,
        `\`${reference}\` is ${tag === undefined ? 'an image without a tag, which means `latest`' : 'whatever was pushed last'}: ` +
          'the next pull may bring another version. Name one, such as `:1.29`, or a digest.',
      );
    }
  },
};
