import { textOf } from '../service.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Keep services out of the namespaces of the host. */
export const hostNamespace: ComposeRule = {
  name: 'compose-host-namespace',
  severity: 'warning',
  title: 'Keep services out of the namespaces of the host',
  why: 'With `network_mode: host` a service sees and takes every port of the host, and `pid: host` shows it every process. The isolation that containers are used for is gone.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#network_mode'],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      for (const [key, what] of namespaces) {
        const entry = service.node.entries.get(key);
        if (!entry || textOf(entry.value) !== 'host') continue;
        const published = key === 'network_mode' && service.ports.length > 0;
        yield at(
          entry.value,
          `services.${service.name}.${key}`,
          `\`${service.name}\` shares ${what} with the host, so nothing isolates it there. ` +
            (published ? 'The ports that it publishes are ignored, too. ' : '') +
            `Remove \`${key}: host\`${key === 'network_mode' ? ' and publish the ports that it needs' : ''}.`,
        );
      }
    }
  },
};

const namespaces = [
  ['network_mode', 'the network'],
  ['pid', 'the processes'],
  ['ipc', 'the shared memory'],
  ['userns_mode', 'the users'],
  ['uts', 'the host name'],
] as const;
