import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Run as a user that the image has. */
export const userMissing: ComposeRule = {
  name: 'compose-user-missing',
  severity: 'error',
  title: 'Run as a user that the image has',
  why: '`user` names an account of the image. When there is none of that name the container does not start: `unable to find user`.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#user'],
  set: 'default',
  *check({ project, image }) {
    for (const service of project.services.values()) {
      const name = service.user?.value?.split(':')[0];
      if (!service.user || name === undefined || name === '' || /^\d+$/.test(name)) continue;
      const accounts = image(service).contents?.accounts;
      if (!accounts?.complete || accounts.users.has(name) || accounts.doubtful.has(name)) continue;
      yield at(
        service.user.node,
        `services.${service.name}.user`,
        `The image of \`${service.name}\` has no user \`${name}\`, so the container does not start. Create it in the Dockerfile, or name one that is there.`,
      );
    }
  },
};
