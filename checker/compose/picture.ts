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
  /** What it runs: an image, or the path that it builds and the stage; undefined where a variable decides. */
  runs: { kind: 'image' | 'build'; what: string | undefined; stage?: string } | null;
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
  const ranks = ranksOf(project);
  return {
    services: services.map((service) => ({
      ...placed(service.key),
      name: service.name,
      runs: service.build
        ? {
            kind: 'build',
            what: service.build.context.value,
            ...(service.build.target?.value && { stage: service.build.target.value }),
          }
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
      rank: ranks.get(service.name) ?? 0,
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

/** How many services must start one after the other before each; those in a circle have no order and stay at 0. */
function ranksOf(project: ComposeProject): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const waiting = new Map<string, number>();
  const followers = new Map<string, string[]>();
  for (const { name, dependsOn } of project.services.values()) {
    const before = dependsOn.filter(({ service }) => project.services.has(service));
    waiting.set(name, before.length);
    for (const { service } of before) followers.set(service, [...(followers.get(service) ?? []), name]);
  }
  const ready = [...waiting].flatMap(([name, count]) => (count === 0 ? [name] : []));
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    const rank = ranks.get(name) ?? 0;
    ranks.set(name, rank);
    for (const follower of followers.get(name) ?? []) {
      ranks.set(follower, Math.max(ranks.get(follower) ?? 0, rank + 1));
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      if (left === 0) ready.push(follower);
    }
  }
  return ranks;
}
