/** The short syntaxes of Compose, taken apart. */

export interface PortRange {
  from: number;
  to: number;
}

export interface PortMapping {
  /** Undefined: every interface of the host. */
  hostIp?: string;
  /** Undefined: the engine picks a free port. */
  published?: PortRange;
  target: PortRange;
  protocol: string;
}

/** Takes `[IP:][HOST:]CONTAINER[/PROTOCOL]` apart; null when it has another form. */
export function parsePort(text: string): PortMapping | null {
  const match =
    /^(?:(?<ip>\[[0-9a-fA-F:.]+\]|[0-9a-fA-F:.]*?):)??(?:(?<published>\d+(?:-\d+)?)?:)?(?<target>\d+(?:-\d+)?)(?:\/(?<protocol>[a-z0-9]+))?$/.exec(
      text.trim(),
    );
  const groups = match?.groups;
  const target = parseRange(groups?.target);
  if (!groups || !target) return null;
  const published = parseRange(groups.published);
  const ip = groups.ip?.replace(/^\[(.*)\]$/, '$1');
  return {
    ...(ip && { hostIp: ip }),
    ...(published && { published }),
    target,
    protocol: groups.protocol ?? 'tcp',
  };
}

/** `8000` or `8000-8005`; null when it is neither. */
export function parseRange(text: string | undefined): PortRange | null {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text ?? '');
  if (!match) return null;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from <= to && to <= 65535 ? { from, to } : null;
}

export interface VolumeMount {
  type: 'bind' | 'volume' | 'tmpfs' | 'npipe' | 'cluster' | 'image';
  /** Undefined for an anonymous volume. */
  source?: string;
  target: string;
  readOnly: boolean;
}

/** Takes `[SOURCE:]TARGET[:MODE]` apart, Windows drives understood. */
export function parseVolume(text: string): VolumeMount | null {
  const parts = splitPaths(text);
  const [first, second, mode] = parts;
  if (first === undefined || first === '' || parts.length > 3) return null;
  if (second === undefined) return { type: 'volume', target: first, readOnly: false };
  return {
    type: isHostPath(first) ? 'bind' : 'volume',
    source: first,
    target: second,
    readOnly: (mode ?? '').split(',').includes('ro'),
  };
}

/** Whether a mount's source is a path on the host rather than the name of a volume. */
export function isHostPath(source: string): boolean {
  return /^([./~]|[A-Za-z]:[\\/]|\\\\)/.test(source);
}

function splitPaths(text: string): string[] {
  const parts: string[] = [];
  let current = '';
  for (const character of text) {
    // A single letter before a colon is a drive, as Compose has it.
    if (character === ':' && !/^[A-Za-z]$/.test(current)) {
      parts.push(current);
      current = '';
    } else current += character;
  }
  return [...parts, current];
}

/**
 * Bytes of `512m`, `1.5g`, `1GiB` or a plain number; undefined when it has another form.
 * https://github.com/compose-spec/compose-spec/blob/main/11-extension.md#specifying-byte-values
 */
export function parseBytes(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp]?)i?b?$/i.exec(text.trim());
  if (!match) return undefined;
  const power = ' kmgtp'.indexOf((match[2] as string).toLowerCase() || ' ');
  return Math.floor(Number(match[1]) * 1024 ** power);
}

/** Seconds of `1m30s`, `500ms`; undefined when it has another form. */
export function parseDuration(text: string): number | undefined {
  const units: Record<string, number> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };
  if (text === '0') return 0;
  if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, amount, , unit] of text.matchAll(/(\d+(\.\d+)?)(ns|us|µs|ms|s|m|h)/g)) {
    seconds += Number(amount) * (units[unit as string] as number);
  }
  return seconds;
}
