/** Goals on what a service may do to its host, to itself and to its neighbours; the others are in `goals.ts`. */

import type { Verdict } from '../types.ts';
import { all, type ComposeCheck, missing, no, ofService, unknown, yes } from './goals.ts';
import type { Located, Mount, Service } from './model.ts';
import { at, textOf } from './service.ts';
import { parseBytes } from './shorthand.ts';

/** What Docker leaves to a container when nothing is said: https://github.com/moby/moby, `DefaultCapabilities`. */
const DEFAULT_CAPABILITIES =
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE NET_RAW SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  );

const bareName = (capability: string) => capability.toUpperCase().replace(/^CAP_/, '');

/** The capabilities that root has in the container; `ALL` stands for those that are not named. */
function capabilitiesOf({ privileged, capAdd, capDrop }: Service): ReadonlySet<string> {
  const names = (entries: readonly Located<string>[]) =>
    entries.flatMap(({ value }) => (value === undefined ? [] : [bareName(value)]));
  const [added, dropped] = [names(capAdd), names(capDrop)];
  // As Docker does: adding ALL counts before dropping ALL.
  if (privileged?.value || added.includes('ALL')) return new Set(['ALL']);
  if (dropped.includes('ALL')) return new Set(added);
  return new Set([...DEFAULT_CAPABILITIES.filter((name) => !dropped.includes(name)), ...added]);
}

/**
 * Root in the container has these capabilities and no others, whether the others are dropped one by one or all
 * at once.
 *
 * @param kept - names without `CAP_`; none for a service that needs none.
 */
export function hasOnlyCapabilities(service: string, kept: readonly string[]): ComposeCheck {
  return ofService(service, (one) => {
    const open = [...one.capAdd, ...one.capDrop].find(({ value }) => value === undefined);
    if (open) return unknown('A capability depends on a variable.', open.node);
    if (one.privileged && one.privileged.value === undefined)
      return unknown('Whether it is privileged depends on a variable.', one.privileged.node);
    if (one.privileged?.value)
      return no(`\`${service}\` is privileged: it has every capability there is.`, one.privileged.node);
    const has = capabilitiesOf(one);
    if (has.has('ALL'))
      return no(`\`${service}\` is given all capabilities.`, one.capAdd[0]?.node ?? one.key);
    const lost = kept.find((name) => !has.has(name));
    if (lost !== undefined)
      return missing(one, `\`${service}\` lacks ${lost}, which it needs.`, one.capDrop[0]?.node ?? one.key);
    const spare = [...has].filter((name) => !kept.includes(name));
    if (spare.length === 0) return yes;
    const named = spare.length > 3 ? `${spare.slice(0, 3).join(', ')} and others` : spare.join(', ');
    const place = one.capAdd.find(({ value }) => value !== undefined && spare.includes(bareName(value)));
    return missing(
      one,
      `\`${service}\` has capabilities that it does not need: ${named}.`,
      place?.node ?? one.key,
    );
  });
}

/** The service is not privileged. */
export function notPrivileged(service: string): ComposeCheck {
  return ofService(service, ({ privileged }) => {
    if (!privileged) return yes;
    if (privileged.value === undefined)
      return unknown('Whether it is privileged depends on a variable.', privileged.node);
    return privileged.value
      ? no(`\`${service}\` is privileged: to break into it is to break into the host.`, privileged.node)
      : yes;
  });
}

/** Nothing of the Docker socket reaches the service, through a folder above it neither. */
export function noDockerSocket(service: string): ComposeCheck {
  return ofService(service, (one) => {
    const api = at(one.node, 'use_api_socket');
    if (textOf(api) === 'true') return no(`\`${service}\` is given the Docker socket.`, api);
    const mount = one.mounts.find(({ type, source }) => type === 'bind' && holdsSocket(source));
    if (mount)
      return no(
        `Through this mount \`${service}\` reaches the Docker socket, and so everything on the host.`,
        mount.node,
      );
    const open = one.mounts.find(({ type, source }) => type === 'unknown' || (type === 'bind' && !source));
    return open ? unknown(`What \`${service}\` mounts depends on a variable.`, open.node) : yes;
  });
}

/** Read-only does not help: a connection is neither read nor written as a file. */
function holdsSocket(source: string | undefined): boolean {
  if (source === undefined) return false;
  return /(^|\/)docker\.sock$/.test(source) || /^\/(run|var|var\/run)?\/?$/.test(source);
}

/** The service runs as a user that is not root, by its own key or by its image. */
export function runsAsNonRoot(service: string): ComposeCheck {
  return ofService(service, (one, { image }) => {
    if (one.user) {
      const { value, node } = one.user;
      if (value === undefined) return unknown('The user depends on a variable.', node);
      const name = value.split(':')[0] ?? '';
      return name === 'root' || /^0*$/.test(name) ? no(`\`${service}\` runs as root.`, node) : yes;
    }
    const user = image(one).contents?.config.user;
    if (user === undefined)
      return missing(one, `Nothing here says as whom \`${service}\` runs, and its image is not known.`);
    return /^(root|0*)(:|$)/.test(user)
      ? missing(one, `The image of \`${service}\` runs as root, and no key here changes it.`)
      : yes;
  });
}

/** The service can write below this path while its root file system is read-only, or always where it is not. */
export function canWriteTo(service: string, path: string): ComposeCheck {
  return ofService(service, (one) => {
    const covering = one.mounts
      .filter(({ target }) => target !== undefined && covers(target, path))
      .sort((left, right) => (right.target?.length ?? 0) - (left.target?.length ?? 0));
    const [mount] = covering;
    if (!mount) {
      const open = one.mounts.find(({ target }) => target === undefined);
      if (open) return unknown('A mount depends on a variable.', open.node);
      return one.readOnly?.value
        ? missing(one, `\`${service}\` cannot write to ${path}: nothing is mounted there.`, one.readOnly.node)
        : yes;
    }
    if (mount.readOnly) return no(`What is mounted at ${mount.target} is read-only.`, mount.node);
    if (mount.type === 'tmpfs') return tmpfsVerdict(mount);
    return unknown(
      `Whether the user of \`${service}\` may write to what is mounted at ${mount.target} is not known. A tmpfs is open to every user.`,
      mount.node,
    );
  });
}

/** A tmpfs is open to every user unless its options say otherwise: `/tmp:ro`, `/tmp:mode=755`, `tmpfs: {mode: 0o755}`. */
function tmpfsVerdict({ node, target }: Mount): Verdict {
  const options = node.kind === 'scalar' ? (node.text.split(':')[1] ?? '').split(',') : [];
  if (options.includes('ro')) return no(`The tmpfs at ${target} is read-only.`, node);
  if (options.some((option) => /^[ug]id=/.test(option)))
    return unknown(`Who owns the tmpfs at ${target} is not known to be the user of the service.`, node);
  const long = textOf(at(node, 'tmpfs', 'mode'))?.replace(/^0o?/, '');
  const mode = long ?? options.find((option) => option.startsWith('mode='))?.slice('mode='.length);
  if (mode === undefined) return yes;
  if (!/^[0-7]{3,5}$/.test(mode)) return unknown(`The mode of the tmpfs at ${target} is not known.`, node);
  return Number.parseInt(mode, 8) & 0o002
    ? yes
    : no(`The tmpfs at ${target} belongs to root, and its mode lets nobody else write.`, node);
}

function covers(target: string, path: string): boolean {
  const folder = target.replace(/\/+$/, '');
  return path === folder || path.startsWith(`${folder}/`);
}

/** An environment variable of the service names the file where it is given this secret. */
export function readsSecretFrom(service: string, variable: string, secret: string): ComposeCheck {
  return ofService(service, (one) => {
    const grant = one.secrets.find(({ name }) => name === secret);
    if (!grant) return missing(one, `\`${service}\` is not given the secret \`${secret}\`.`);
    const set = one.environment.find(({ name }) => name === variable);
    if (!set) return missing(one, `\`${service}\` has no variable ${variable} that names the file.`);
    if (typeof set.value !== 'string') return unknown(`The value of ${variable} is not known.`, set.node);
    return set.value === grant.target
      ? yes
      : no(`The secret is at ${grant.target}, and ${variable} names ${set.value}.`, set.node);
  });
}

/** The service does not set this environment variable. */
export function setsNo(service: string, variable: string): ComposeCheck {
  return ofService(service, (one) => {
    const set = one.environment.find(({ name }) => name === variable);
    return set ? no(`\`${service}\` still sets ${variable}.`, set.node) : yes;
  });
}

/** The limit of the memory is no lower than this, as Compose writes it (`300m`), and the CPUs no fewer. */
export function limitsAtLeast(service: string, least: { cpus?: number; memory?: string }): ComposeCheck {
  return ofService(service, (one) => {
    const { cpus, memory } = one.limits;
    const needed = least.memory === undefined ? undefined : parseBytes(least.memory);
    return all([
      enough(memory, needed, `The memory of \`${service}\` is limited to less than it needs.`),
      enough(cpus, least.cpus, `The CPU of \`${service}\` is limited to less than it needs.`),
    ]);
  });
}

function enough(limit: Located<number> | undefined, least: number | undefined, because: string) {
  if (least === undefined || !limit || limit.value === 0) return yes;
  if (limit.value === undefined) return unknown('A limit is not known.', limit.node);
  return limit.value < least ? no(because, limit.node) : yes;
}

/** All services together are limited to no more memory than this. */
export function limitsTogether(memory: string): ComposeCheck {
  return (facts) => {
    if (!facts.project) return no(`Docker Compose refuses the file: ${facts.refused ?? 'it is empty.'}`);
    const services = [...facts.project.services.values()];
    let sum = 0;
    for (const one of services) {
      const limit = one.limits.memory;
      if (!limit || limit.value === 0) return missing(one, `\`${one.name}\` has no limit for its memory.`);
      if (limit.value === undefined) return unknown('A limit is not known.', limit.node);
      sum += limit.value * (one.replicas?.value ?? 1);
    }
    const most = parseBytes(memory) ?? 0;
    const shown = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`;
    return sum > most
      ? no(`Together the services may use ${shown(sum)}, and ${shown(most)} are there for them.`)
      : yes;
  };
}

/**
 * The service gets no swap beside its memory: `memswap_limit` counts both, and is equal to the limit of the
 * memory. Left out it is twice as much.
 */
export function limitsSwap(service: string): ComposeCheck {
  return ofService(service, (one) => {
    const node = at(one.node, 'memswap_limit');
    const { memory } = one.limits;
    if (!memory) return missing(one, `\`${service}\` has no limit for its memory.`);
    if (!node)
      return missing(one, `\`${service}\` may use as much swap again as it may use memory.`, memory.node);
    const text = textOf(node);
    if (text === undefined || memory.value === undefined) return unknown('A limit is not known.', node);
    if (text.trim() === '-1') return no(`-1 lets \`${service}\` use all swap of the host.`, node);
    const both = parseBytes(text);
    if (both === undefined) return unknown('The limit is not known.', node);
    if (both === 0) return no('0 is as if nothing were said: as much swap again as memory.', node);
    if (both < memory.value)
      return no('Docker refuses a limit of both that is lower than that of the memory alone.', node);
    return both === memory.value ? yes : no(`\`${service}\` may still use swap beside its memory.`, node);
  });
}

/**
 * A secret of the file is declared and its value comes from this file of the project.
 * @param path - relative to the project, without a leading `./`.
 */
export function secretComesFrom(secret: string, path: string): ComposeCheck {
  return ({ project, refused }) => {
    if (!project) return no(`Docker Compose refuses the file: ${refused ?? 'it is empty.'}`);
    const resource = project.secrets.get(secret);
    if (!resource)
      return project.complete
        ? no(`No secret \`${secret}\` is declared.`)
        : unknown('A file that is included may declare the secret.');
    const file = at(resource.node, 'file');
    if (!file) return no(`The value of \`${secret}\` comes from no file.`, resource.key);
    const text = textOf(file);
    if (text === undefined) return unknown('The file depends on a variable.', file);
    return text.replace(/^(\.\/)+/, '') === path ? yes : no(`There is no ${text} in the project.`, file);
  };
}
