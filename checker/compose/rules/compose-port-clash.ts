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
    const taken = new Map<string, { service: Service; port: Port }[]>();
    for (const service of project.services.values()) {
      if (service.networkMode?.value === 'host') continue;
      for (const [index, port] of service.ports.entries()) {
        if (!port.known || !port.published) continue;
        // A range for one port means that any free one of it will do.
        const isChoice = port.published.from !== port.published.to && port.target?.from === port.target?.to;
        if (isChoice) continue;
        const other = occupant(taken, service, port);
        if (other) {
          yield at(
            port.node,
            `services.${service.name}.ports[${index}]`,
            `Port ${port.published.from} of the host is already published by \`${other.service.name}\`, so one of the two does not start. Choose another port in front of the colon.`,
          );
        }
        occupy(taken, service, port);
      }
    }
  },
};

/** Services of different profiles need not run at the same time. */
function canRunTogether(a: Service, b: Service): boolean {
  if (a.profiles.length === 0 || b.profiles.length === 0) return true;
  return a.profiles.some((profile) => b.profiles.includes(profile));
}

type Taken = Map<string, { service: Service; port: Port }[]>;

function* hostPorts({ published, protocol }: Port): Iterable<string> {
  for (let port = published?.from ?? 1; port <= (published?.to ?? 0); port++) yield `${port}/${protocol}`;
}

function occupant(taken: Taken, service: Service, port: Port): { service: Service } | undefined {
  for (const key of hostPorts(port)) {
    const other = taken
      .get(key)
      ?.find((one) => sameAddress(one.port, port) && canRunTogether(one.service, service));
    if (other) return other;
  }
  return undefined;
}

function occupy(taken: Taken, service: Service, port: Port): void {
  for (const key of hostPorts(port)) {
    const holders = taken.get(key) ?? [];
    holders.push({ service, port });
    taken.set(key, holders);
  }
}

function sameAddress(a: Port, b: Port): boolean {
  const everywhere = (port: Port) =>
    port.hostIp === undefined || port.hostIp === '0.0.0.0' || port.hostIp === '::';
  return everywhere(a) || everywhere(b) || a.hostIp === b.hostIp;
}
