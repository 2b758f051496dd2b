import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Run no service with all privileges of the host. */
export const privileged: ComposeRule = {
  name: 'compose-privileged',
  severity: 'warning',
  title: 'Run no service with all privileges of the host',
  why: 'A privileged container has every capability and every device of its host: breaking into it is breaking into the host. Add the one capability or device that is needed instead.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#privileged'],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      if (!service.privileged?.value) continue;
      yield at(
        service.privileged.node,
        `services.${service.name}.privileged`,
        `\`${service.name}\` has full power over the host. Remove \`privileged\` and add only what it needs with \`cap_add\` or \`devices\`.`,
      );
    }
  },
};
