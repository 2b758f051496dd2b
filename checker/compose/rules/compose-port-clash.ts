import type { Port, Service } from '../model.ts';
import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Publish every port of the host once. */
export const portClash: ComposeRule = {
  name: 'compose-port-clash',
  severity: 'error',
  title: 'Publish every port of the host once',
  why: 'Only one container can listen on a port of the host. The second one fails to start with `port is already allocated`.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#ports'],
  set: 'default',
  *check({ project }) {
    const taken: { service: Service; port: Port }[] = [];
    for (const service of project.services.values()) {
      if (service.networkMode?.value === 'host') continue;
      for (const [index, port] of service.ports.entries()) {
        if (!port.known || !port.published) continue;
        // A range for one port means that any free one of it will do.
        const isChoice = port.published.from !== port.published.to && port.target?.from === port.target?.to;
        if (isChoice) continue;
        const other = taken.find((one) => canRunTogether(one.service, service) && clashes(one.port, port));
        if (other) {
          yield at(
            port.node,
            `services.${service.name}.ports[${index}]`,
            `Port ${port.published.from} of the host is already published by \`${other.service.name}\`, so one of the two does not start. Choose another port in front of the colon.`,
          );
        }
        taken.push({ service, port });
      }
    }
  },
};

/** Services of different profiles need not run at the same time. */
function canRunTogether(a: Service, b: Service): boolean {
  if (a.profiles.length === 0 || b.profiles.length === 0) return true;
  return a.profiles.some((profile) => b.profiles.includes(profile));
}

function clashes(a: Port, b: Port): boolean {
  if (!a.published || !b.published || a.protocol !== b.protocol) return false;
  const everywhere = (port: Port) =>
    port.hostIp === undefined || port.hostIp === '0.0.0.0' || port.hostIp === '::';
  if (!everywhere(a) && !everywhere(b) && a.hostIp !== b.hostIp) return false;
  return a.published.from <= b.published.to && b.published.from <= a.published.to;
}
