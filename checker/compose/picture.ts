import type { Range } from '../types.ts';
import type { ComposeProject, Dependency, Port, Service } from './model.ts';
import { type ComposeNode, type KeyNode, rangeOf } from './types.ts';

/** Where something stands, so that a click can go there. */
interface Placed {
  file: string;
  range: Range;
}

/** An application as a drawing needs it: plain data, in the order of the files. */
export interface Picture {
  services: readonly PictureService[];
  networks: readonly PictureNetwork[];
  volumes: readonly PictureVolume[];
  /** Who waits for whom: `from` starts after `to`. */
  dependencies: readonly PictureDependency[];
}

export interface PictureService extends Placed {
  name: string;
  /** What it runs: an image, or the path that it builds; undefined where a variable decides. */
  runs: { kind: 'image' | 'build'; what: string | undefined } | null;
  /** `127.0.0.1:8080 → 3000`, one a published port. */
  ports: readonly { host: string; container: string; everywhere: boolean }[];
  networks: readonly string[];
  mounts: readonly {
    kind: 'volume' | 'bind' | 'tmpfs' | 'other';
    source: string | undefined;
    target: string | undefined;
    readOnly: boolean;
  }[];
  hasHealthcheck: boolean;
  profiles: readonly string[];
  /** How many services must have started before it: 0 for those that wait for nobody. */
  rank: number;
}

export interface PictureNetwork {
  name: string;
  services: readonly string[];
  external: boolean;
}

export interface PictureVolume {
  name: string;
  services: readonly string[];
  external: boolean;
}

export interface PictureDependency extends Placed {
  from: string;
  to: string;
  condition: NonNullable<Dependency['condition']> | 'unknown';
}

/** Draws an application: its services, what connects them, and in which order they start. */
export function picture(project: ComposeProject): Picture {
  const services = [...project.services.values()];
  const used = (of: (service: Service) => readonly string[], name: string) =>
    services.filter((service) => of(service).includes(name)).map((service) => service.name);
  const networkNames = new Set([...services.flatMap(networksOf), ...project.networks.keys()]);
  const ranks = new Map<string, number>();
  return {
    services: services.map((service) => ({
      ...placed(service.key),
      name: service.name,
      runs: service.build
        ? { kind: 'build', what: service.build.context.value }
        : service.image
          ? { kind: 'image', what: service.image.value }
          : null,
      ports: service.ports.map(portText),
      networks: networksOf(service),
      mounts: service.mounts.map(({ type, source, target, readOnly }) => ({
        kind: type === 'volume' || type === 'bind' || type === 'tmpfs' ? type : 'other',
        source,
        target,
        readOnly,
      })),
      hasHealthcheck: service.healthcheck?.test !== undefined && !service.healthcheck.disabled,
      profiles: service.profiles,
      rank: rankOf(project, service.name, ranks, new Set()),
    })),
    networks: [...networkNames].map((name) => ({
      name,
      services: used(networksOf, name),
      external: project.networks.get(name)?.external ?? false,
    })),
    volumes: [...project.volumes.values()].map(({ name, external }) => ({
      name,
      services: used(volumesOf, name),
      external,
    })),
    dependencies: services.flatMap((service) =>
      service.dependsOn.map(({ service: to, condition, node }) => ({
        ...placed(node),
        from: service.name,
        to,
        condition: condition ?? 'unknown',
      })),
    ),
  };
}

function placed(place: ComposeNode | KeyNode): Placed {
  return { file: place.file.path, range: rangeOf(place) };
}

function networksOf(service: Service): readonly string[] {
  if (service.networkMode) return [];
  return service.networks?.map(({ name }) => name) ?? ['default'];
}

function volumesOf(service: Service): readonly string[] {
  return service.mounts.flatMap(({ type, source }) =>
    type === 'volume' && source !== undefined ? [source] : [],
  );
}

function portText(port: Port): { host: string; container: string; everywhere: boolean } {
  const everywhere = port.hostIp === undefined || port.hostIp === '0.0.0.0' || port.hostIp === '::';
  const host = port.published ? rangeText(port.published) : port.known ? 'any free port' : '?';
  return {
    host: everywhere ? host : `${port.hostIp}:${host}`,
    container: `${port.target ? rangeText(port.target) : '?'}${port.protocol === 'tcp' ? '' : `/${port.protocol}`}`,
    everywhere,
  };
}

function rangeText({ from, to }: { from: number; to: number }): string {
  return from === to ? String(from) : `${from}-${to}`;
}

function rankOf(
  project: ComposeProject,
  name: string,
  ranks: Map<string, number>,
  trail: Set<string>,
): number {
  const known = ranks.get(name);
  if (known !== undefined) return known;
  // Services that wait for each other in a circle have no order.
  if (trail.has(name)) return 0;
  trail.add(name);
  const before = (project.services.get(name)?.dependsOn ?? []).filter(({ service }) =>
    project.services.has(service),
  );
  const rank = Math.max(0, ...before.map(({ service }) => rankOf(project, service, ranks, trail) + 1));
  trail.delete(name);
  ranks.set(name, rank);
  return rank;
}
