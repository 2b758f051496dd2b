import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';
import { isProjectMount, isSourceMount } from './services.ts';

/** Run the code of the image in production, not a mount. */
export const productionSourceMount: ComposeRule = {
  name: 'compose-production-source-mount',
  severity: 'warning',
  title: 'Run the code of the image in production, not a mount',
  why: 'A mount of the source hides what the image was built with: the server runs whatever lies on its disk, untested and without the built dependencies. Production runs the image as it is.',
  refs: [],
  sources: ['https://docs.docker.com/compose/how-tos/production/'],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      if (service.role !== 'production') continue;
      for (const [index, mount] of service.mounts.entries()) {
        if (!isSourceMount(service, mount) && !isProjectMount(mount)) continue;
        yield at(
          mount.node,
          `services.${service.name}.volumes[${index}]`,
          `\`${service.name}\` runs the files of \`${mount.source}\` on the host instead of those in its image. ` +
            'Remove the mount from the production file; keep it in the one for development.',
        );
      }
    }
  },
};
