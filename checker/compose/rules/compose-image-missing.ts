import { roleOfPath } from '../role.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Give every service an image, or a build that makes one. */
export const imageMissing: ComposeRule = {
  name: 'compose-image-missing',
  severity: 'error',
  title: 'Give every service an image, or a build that makes one',
  why: 'A service is run from an image. Compose refuses the files when one has neither `image` nor `build`, even if all other services are in order.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#image'],
  set: 'default',
  *check({ project }) {
    // One file for development or production alone may be meant to be laid upon another.
    const [path, ...more] = project.paths;
    if (!project.complete || (more.length === 0 && roleOfPath(path ?? '') !== 'unknown')) return;
    for (const service of project.services.values()) {
      if (!service.complete || service.image || service.build || service.node.entries.has('provider'))
        continue;
      yield at(
        service.key,
        `services.${service.name}`,
        `\`${service.name}\` has neither \`image\` nor \`build\`, so Compose refuses the file. Say what it runs.`,
      );
    }
  },
};
