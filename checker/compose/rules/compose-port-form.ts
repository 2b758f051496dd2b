import { at } from './finding.ts';
import type { ComposeRule } from './rule.ts';

/** Write ports as addresses and numbers. */
export const portForm: ComposeRule = {
  name: 'compose-port-form',
  severity: 'error',
  title: 'Write ports as addresses and numbers',
  why: 'A port is `CONTAINER`, `HOST:CONTAINER` or `ADDRESS:HOST:CONTAINER`, with `/udp` where it is not TCP. The address is an IP address, not a name. Compose refuses anything else before it starts a container.',
  refs: [],
  sources: ['https://docs.docker.com/reference/compose-file/services/#ports'],
  set: 'default',
  *check({ project }) {
    for (const service of project.services.values()) {
      for (const [index, { node }] of service.ports.entries()) {
        if (node.kind !== 'scalar' || node.unknown) continue;
        const wrong = wrongPart(node.text.trim());
        if (wrong === undefined) continue;
        yield at(
          node,
          `services.${service.name}.ports[${index}]`,
          `Compose refuses the port \`${node.text}\`: ${wrong}.`,
        );
      }
    }
  },
};

/** What Docker cannot read in a port, if there is something; it splits at the last two colons. */
function wrongPart(text: string): string | undefined {
  const [addresses = '', protocol, ...rest] = text.split('/');
  if (rest.length > 0 || (protocol !== undefined && !/^(tcp|udp|sctp)$/i.test(protocol))) {
    return 'behind the slash stands `tcp`, `udp` or `sctp`';
  }
  const parts = addresses.split(':');
  const container = parts.pop() ?? '';
  const published = parts.pop() ?? '';
  const address = parts.join(':');
  if (!isPortRange(container)) return `\`${container}\` is no port of the container`;
  if (published !== '' && !isPortRange(published)) return `\`${published}\` is no port of the host`;
  if (address !== '' && !/^\[?[0-9a-f:.]+(%\w+)?\]?$/i.test(address))
    return `\`${address}\` is no IP address`;
  return undefined;
}

/** `8000` or `8000-8005`, none above 65535. */
const isPortRange = (text: string) =>
  /^\d+(-\d+)?$/.test(text) && text.split('-').every((port) => Number(port) <= 65_535);
