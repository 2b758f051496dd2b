import type { Picture, PictureService } from '@/checker/compose/picture.ts';

/** Widths and heights in the drawing's own units; 360 of them are the width of a phone. */
export const WIDTH = 360;
export const BOX = { left: 84, width: 208 };
const HEAD = 42;
const LINE = 16;
const GAP = 26;

/** Longest text of a line inside a box, in characters of the monospaced face. */
const LONGEST = 25;

export interface DrawnService extends PictureService {
  top: number;
  height: number;
  /** Image or build, cut to fit. */
  subtitle: string;
  /** Mounts and networks, cut to fit. */
  lines: readonly { kind: 'volume' | 'mount' | 'network'; text: string }[];
}

export interface DrawnDependency {
  from: string;
  to: string;
  condition: Picture['dependencies'][number]['condition'];
  path: string;
}

export interface Drawing {
  services: readonly DrawnService[];
  dependencies: readonly DrawnDependency[];
  height: number;
}

/** Places services below each other in the order in which they can start, with lines to those that they wait for. */
export function drawing(picture: Picture): Drawing {
  let top = 4;
  const services = picture.services
    .toSorted((one, other) => one.rank - other.rank)
    .map((service): DrawnService => {
      const lines = linesOf(service, picture.networks.length > 1);
      const height = HEAD + lines.length * LINE + (lines.length > 0 ? 6 : 0);
      const drawn = { ...service, top, height, subtitle: cut(subtitleOf(service)), lines };
      top += height + GAP;
      return drawn;
    });
  const placeOf = new Map(services.map((service, at) => [service.name, { service, at }]));
  const dependencies = picture.dependencies.flatMap(({ from, to, condition }) => {
    const one = placeOf.get(from);
    const other = placeOf.get(to);
    if (!one || !other) return [];
    const right = BOX.left + BOX.width;
    const bend = right + Math.min(62, 22 + Math.abs(one.at - other.at) * 14);
    const [start, end] = [one.service.top + 16, other.service.top + other.service.height - 12];
    return [
      {
        from,
        to,
        condition,
        path: `M ${right} ${start} C ${bend} ${start}, ${bend} ${end}, ${right + 7} ${end}`,
      },
    ];
  });
  return { services, dependencies, height: Math.max(top - GAP + 4, 8) };
}

function subtitleOf({ runs }: PictureService): string {
  if (!runs) return 'no image';
  if (runs.kind === 'image') return runs.what ?? 'image by a variable';
  if (runs.stage !== undefined) return `built: ${runs.stage}`;
  return runs.what === undefined || runs.what === '.' ? 'built here' : `built from ${runs.what}`;
}

/**
 * A port of the host as it fits beside its box. Of an address only the beginning is shown: `127…:9229`.
 */
export function portLabel(host: string): string {
  const [, address = '', port = ''] = /^(.+):([^:]+)$/.exec(host) ?? [];
  return address === '' ? cut(host, 10) : `${address.slice(0, 3)}…:${cut(port, 6)}`;
}

/** Networks are worth a line only where there is more than one to tell apart. */
function linesOf(service: PictureService, severalNetworks: boolean): DrawnService['lines'] {
  const mounts = service.mounts.map(({ kind, source, target }) => ({
    kind: kind === 'volume' ? ('volume' as const) : ('mount' as const),
    text: mountLine(kind === 'tmpfs' ? 'tmpfs' : (source ?? 'anonymous'), target ?? '?'),
  }));
  if (!severalNetworks || service.networks.length === 0) return mounts;
  return [...mounts, { kind: 'network', text: cut(`net: ${service.networks.join(', ')}`) }];
}

function mountLine(source: string, target: string): string {
  const from = cut(source, 14);
  return `${from} → ${cut(target, LONGEST - from.length - 3)}`;
}

/** Keeps the end, which tells images and paths apart better than the beginning. */
const cut = (text: string, longest = LONGEST): string =>
  text.length > longest ? `…${text.slice(1 - longest)}` : text;
