import type { Fix } from '../../types.ts';
import type { ComposeNode } from '../types.ts';
import { at, replace } from './finding.ts';
import { databasePortsOf } from './known-images.ts';
import type { ComposeRule } from './rule.ts';

/** Do not publish a database on every interface. */
export const databasePublished: ComposeRule = {
  name: 'compose-database-published',
  severity: 'warning',
  title: 'Do not publish a database on every interface',
  why: 'A published port listens on all addresses of the host, and Docker opens the firewall for it. Other services reach the database through their network without any published port; a developer needs 127.0.0.1 only.',
  refs: ['dclint:no-unbound-port-interfaces'],
  sources: [
    'https://docs.docker.com/reference/compose-file/services/#ports',
    'https://docs.docker.com/engine/network/port-publishing/',
  ],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      const served = service.image?.value === undefined ? undefined : databasePortsOf(service.image.value);
      for (const [index, port] of (served ? service.ports : []).entries()) {
        const { target } = port;
        if (!target || !served?.some((one) => target.from <= one && one <= target.to)) continue;
        if (port.hostIp !== undefined && port.hostIp !== '0.0.0.0' && port.hostIp !== '::') continue;
        if (!port.known && port.hostIp === undefined && !isPlainHostPort(port.node)) continue;
        yield at(
          port.node,
          `services.${service.name}.ports[${index}]`,
          `Everybody who reaches this host reaches the database \`${service.name}\`. ` +
            'Remove the port (services on the same network need none), or put `127.0.0.1:` in front.',
          localOnly(port.node),
        );
      }
    }
  },
};

/** `${PORT}:5432` and `${PORT:-5432}:5432`: the variable is a port, not an address with a port. */
function isPlainHostPort(node: ComposeNode): boolean {
  const written = node.file.index.text.slice(node.start, node.end).replace(/^(['"])(.*)\1$/, '$2');
  return /^\$\{?[A-Za-z_]*PORT[A-Za-z_]*(:?-\d*)?\}?:\d+$/.test(written);
}

function localOnly(node: ComposeNode): Fix | undefined {
  if (node.kind !== 'scalar' || !/^\d+(-\d+)?:\d+(-\d+)?(\/[a-z]+)?$/.test(node.text) || node.unknown)
    return undefined;
  return replace(node, 'Publish on 127.0.0.1 only', `"127.0.0.1:${node.text}"`);
}
