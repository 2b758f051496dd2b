import { textOf } from '../service.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Do not hand the Docker socket to a container. */
export const dockerSocket: ComposeRule = {
  name: 'compose-docker-socket',
  severity: 'warning',
  title: 'Do not hand the Docker socket to a container',
  why: 'Whoever can talk to the Docker socket can start a privileged container, so the container is as good as root on the host, even with a read-only mount. Use a proxy that allows only the calls that are needed.',
  refs: [],
  sources: [
    'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
    'https://docs.docker.com/reference/compose-file/services/#use_api_socket',
  ],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      for (const [index, mount] of service.mounts.entries()) {
        if (!mount.source || !/(^|\/)docker\.sock$|docker_engine$/.test(mount.source)) continue;
        yield at(mount.node, `services.${service.name}.volumes[${index}]`, warning(service.name));
      }
      const api = service.node.entries.get('use_api_socket');
      if (api && textOf(api.value) === 'true') {
        yield at(api.value, `services.${service.name}.use_api_socket`, warning(service.name));
      }
    }
  },
};

function warning(name: string): string {
  return (
    `With the Docker socket \`${name}\` can do everything on the host, a read-only mount included. ` +
    'Remove it, or put a proxy that filters the calls between the two.'
  );
}
