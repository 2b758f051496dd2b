import { at, insertFirst } from './finding.ts';
import type { ComposeRule } from './rule.ts';
import { isManagedElsewhere, isOneShot } from './services.ts';

/** Say what happens when a production service stops. */
export const restartMissing: ComposeRule = {
  name: 'compose-restart-missing',
  severity: 'warning',
  title: 'Say what happens when a production service stops',
  why: 'Without a restart policy a service that crashes stays down, and none comes back when the host reboots.',
  refs: [],
  sources: [
    'https://docs.docker.com/reference/compose-file/services/#restart',
    'https://docs.docker.com/engine/containers/start-containers-automatically/',
  ],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      if (service.role !== 'production' || !service.complete || isOneShot(project, service)) continue;
      if (service.restart || isManagedElsewhere(service)) continue;
      yield at(
        service.key,
        `services.${service.name}`,
        `Nothing starts \`${service.name}\` again after a crash or a reboot. Add \`restart: unless-stopped\`.`,
        insertFirst(service.node, 'Restart unless it was stopped', ['restart: unless-stopped']),
      );
    }
  },
};
