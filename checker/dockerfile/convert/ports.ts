import { RefusalError } from '../refusal.ts';

/** One argument of EXPOSE, expanded. */
export interface PortSpec {
  /** As written after expansion. */
  text: string;
  first: number;
  last: number;
  protocol: 'tcp' | 'udp' | 'sctp';
  /** The protocol is not in lower case. */
  oddCase: boolean;
  /** An address or a host port stands in front: Docker ignores it here. */
  mapsHost: boolean;
}

/**
 * Reads `[ip:]host:port[-last]/protocol` as BuildKit does for EXPOSE.
 * @throws RefusalError for what is no port.
 */
export function parsePort(text: string): PortSpec {
  const parts = text.split(':');
  const container = parts.at(-1) ?? '';
  const hostPort = parts.length > 1 ? (parts.at(-2) ?? '') : '';
  const ip = parts.length > 2 ? parts.slice(0, -2).join(':') : '';
  const slash = container.indexOf('/');
  const port = slash === -1 ? container : container.slice(0, slash);
  const writtenProtocol = slash === -1 ? '' : container.slice(slash + 1);
  const remedy = 'Write a port from 0 to 65535, if need be with /tcp or /udp.';
  if (port === '') throw new RefusalError(`no port specified: ${container}<empty>`, remedy);
  const protocol = writtenProtocol.toLowerCase() || 'tcp';
  if (protocol !== 'tcp' && protocol !== 'udp' && protocol !== 'sctp') {
    throw new RefusalError(`invalid proto: ${protocol}`, 'Protocols are tcp, udp and sctp.');
  }
  checkAddress(ip);
  const range = portRange(port);
  if (!range) throw new RefusalError(`invalid containerPort: ${port}`, remedy);
  if (hostPort !== '') {
    const host = portRange(hostPort);
    if (!host) throw new RefusalError(`invalid hostPort: ${hostPort}`, remedy);
    if (range[1] - range[0] !== host[1] - host[0] && range[0] !== range[1]) {
      throw new RefusalError(
        `invalid ranges specified for container and host Ports: ${port} and ${hostPort}`,
        'EXPOSE takes the container port alone.',
      );
    }
  }
  return {
    text,
    first: range[0],
    last: range[1],
    protocol,
    oddCase: writtenProtocol !== writtenProtocol.toLowerCase(),
    mapsHost: ip !== '' || hostPort !== '',
  };
}

function checkAddress(ip: string): void {
  const bare = ip.startsWith('[') && ip.endsWith(']') ? ip.slice(1, -1) : ip;
  const valid =
    bare === '' ||
    (/^\d{1,3}(\.\d{1,3}){3}$/.test(bare) && bare.split('.').every((part) => Number(part) < 256)) ||
    (bare.includes(':') && /^[0-9a-fA-F:.]+$/.test(bare));
  if (!valid) throw new RefusalError(`invalid IP address: ${ip}`, 'EXPOSE takes no address.');
}

function portRange(text: string): [number, number] | null {
  const parts = text.split('-');
  if (parts.length > 2 || !parts.every((part) => /^\d+$/.test(part) && Number(part) <= 65535)) return null;
  const first = Number(parts[0]);
  const last = Number(parts.at(-1));
  return last < first ? null : [first, last];
}
