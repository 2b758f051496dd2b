/**
 * The vocabulary that exercises on Compose files are written in. Every word is true of whatever does what it
 * says, in any syntax that Compose has for it, and answers `unknown` where a variable or a file that is not
 * there leaves it open.
 */
import type { Verdict } from '../types.ts';
import type { JudgeOptions } from './judge.ts';
import { judgeCompose } from './judge.ts';
import type { ComposeProject, Located, Service } from './model.ts';
import { type Debugger, debuggersIn, debuggersOf, opensDebugger, watcherOf } from './rules/debugging.ts';
import { lacksHealthcheck } from './rules/known-images.ts';
import type { ServiceImage } from './rules/rule.ts';
import { holdsSecret } from './rules/secrets.ts';
import { isProjectMount, isSourceMount } from './rules/services.ts';
import { parseBytes } from './shorthand.ts';
import { type ComposeNode, type KeyNode, rangeOf } from './types.ts';

/** What a goal on Compose files looks at. */
export interface ComposeFacts {
  /** Null when Compose refuses the files. */
  project: ComposeProject | null;
  refused: string | null;
  image(service: Service): ServiceImage;
}

/** One thing that is true of the files, or not, or not known. */
export type ComposeCheck = (facts: ComposeFacts) => Verdict;

/** Reads files in merge order for the goals of an exercise. */
export function composeFacts(
  files: readonly { path: string; text: string }[],
  options: JudgeOptions = {},
): ComposeFacts {
  const { project, refused } = judgeCompose(files, options);
  return { project, refused, image: options.image ?? (() => ({ hasHealthcheck: 'unknown' })) };
}

export const yes: Verdict = { is: 'yes' };

export function no(because: string, place?: ComposeNode | KeyNode): Verdict {
  return { is: 'no', because, ...(place && { file: place.file.path, range: rangeOf(place) }) };
}

export function unknown(because: string, place?: ComposeNode | KeyNode): Verdict {
  return { is: 'unknown', because, ...(place && { file: place.file.path, range: rangeOf(place) }) };
}

/** Every goal is answered from one service, or from all of them when none is named. */
export function ofService(
  name: string | undefined,
  check: (service: Service, facts: ComposeFacts, project: ComposeProject) => Verdict,
): ComposeCheck {
  return (facts) => {
    const { project } = facts;
    if (!project) return no(`Docker Compose refuses the file: ${facts.refused ?? 'it is empty.'}`);
    if (name !== undefined) {
      const service = project.services.get(name);
      if (service) return check(service, facts, project);
      const reason = `There is no service \`${name}\`.`;
      return project.complete ? no(reason) : unknown(`${reason} A file that is included may declare it.`);
    }
    if (project.services.size === 0) return no('There is no service yet.');
    return all([...project.services.values()].map((service) => check(service, facts, project)));
  };
}

/** The first no, else the first unknown, else yes. */
export function all(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find(({ is }) => is === 'no') ?? verdicts.find(({ is }) => is === 'unknown') ?? yes;
}

/** A missing key is only certainly missing when the whole service is known. */
export function missing(
  service: Service,
  because: string,
  place: ComposeNode | KeyNode = service.key,
): Verdict {
  return service.complete
    ? no(because, place)
    : unknown(`\`${service.name}\` extends a service that is not known.`, service.key);
}

/**
 * CPU and memory are limited, through `deploy.resources.limits` or `cpus` and `mem_limit`.
 *
 * @param most - the largest limits that are accepted: CPUs, and memory as Compose writes it (`1g`).
 */
export function limits(service?: string, most: { cpus?: number; memory?: string } = {}): ComposeCheck {
  return ofService(service, (one) => {
    const { cpus, memory } = one.limits;
    const { name } = one;
    if (!memory) return missing(one, `\`${name}\` has no limit for its memory.`);
    if (!cpus) return missing(one, `\`${name}\` has no limit for its CPU.`);
    // Docker refuses to start such a container: "Minimum memory limit allowed is 6MB".
    if (memory.value && memory.value < 6 * 1024 ** 2)
      return no(
        `The memory of \`${name}\` is limited to less than the 6 MB that Docker asks for. Without a unit the number counts bytes.`,
        memory.node,
      );
    return all([
      limit(
        memory,
        `The memory of \`${name}\``,
        most.memory === undefined ? undefined : parseBytes(most.memory),
      ),
      limit(cpus, `The CPU of \`${name}\``, most.cpus),
    ]);
  });
}

function limit({ value, node }: Located<number>, what: string, most: number | undefined): Verdict {
  const open = node.kind === 'scalar' && node.unknown !== undefined;
  if (value === undefined) {
    if (most === undefined) return yes;
    return open
      ? unknown(`${what} is limited by a variable.`, node)
      : no(`${what} is limited by something that is no amount.`, node);
  }
  // Zero is Compose's word for no limit.
  if (value === 0) return no(`${what} is limited to 0, which means no limit.`, node);
  return most !== undefined && value > most
    ? no(`The limit of ${what.charAt(0).toLowerCase()}${what.slice(1)} is higher than asked for.`, node)
    : yes;
}

/** Edits of the source reach the container: through a bind mount, or `develop.watch` with a `sync` action. */
export function mountsSource(service?: string): ComposeCheck {
  return ofService(service, (one) => {
    if (one.mounts.some((mount) => isSourceMount(one, mount) || isProjectMount(mount))) return yes;
    if (one.watch.some(({ action }) => action?.startsWith('sync'))) return yes;
    const open = one.mounts.find(({ type }) => type === 'unknown');
    if (open) return unknown(`What \`${one.name}\` mounts depends on a variable.`, open.node);
    return missing(one, `\`${one.name}\` sees the source only as it was when its image was built.`);
  });
}

/** No source of the project is mounted: the container runs what its image holds. */
export function runsItsImage(service?: string): ComposeCheck {
  return ofService(service, (one) => {
    const mount = one.mounts.find((candidate) => isSourceMount(one, candidate) || isProjectMount(candidate));
    if (mount)
      return no(`\`${one.name}\` runs the mounted source instead of what its image holds.`, mount.node);
    const open = one.mounts.find(({ type }) => type === 'unknown');
    if (open) return unknown(`What \`${one.name}\` mounts depends on a variable.`, open.node);
    return one.complete ? yes : unknown(`\`${one.name}\` extends a service that is not known.`, one.key);
  });
}

/** After an edit the app runs the new code by itself. */
export function hotReloads(service?: string): ComposeCheck {
  return ofService(service, (one, { image }) => {
    const restarting = ['rebuild', 'restart', 'sync+restart', 'sync+exec'];
    if (one.watch.some(({ action }) => action !== undefined && restarting.includes(action))) return yes;
    const arrives =
      one.watch.some(({ action }) => action === 'sync') ||
      one.mounts.some((mount) => isSourceMount(one, mount) || isProjectMount(mount));
    if (!arrives)
      return missing(one, `An edit never reaches \`${one.name}\`: nothing mounts or syncs the source.`);
    const command = one.command ?? one.entrypoint;
    if (watcherOf(one.command) ?? watcherOf(one.entrypoint)) return yes;
    if (command) {
      return command.argv === undefined
        ? unknown(`What \`${one.name}\` starts depends on a variable.`, command.node)
        : no(`\`${one.name}\` gets the edit, but its command does not watch for one.`, command.node);
    }
    const cmd = image(one).contents?.config.cmd;
    if (!cmd) return unknown(`Whether the command of the image watches for edits is not known.`, one.key);
    return watcherOf({ node: one.node, form: 'exec', argv: cmd.argv })
      ? yes
      : no(
          `\`${one.name}\` gets the edit, but the command of its image does not watch for one. Set \`command\`.`,
          one.key,
        );
  });
}

/** A debugger listens where a published port reaches it, and its port is published. */
export function debugPort(service: string, port?: number): ComposeCheck {
  return ofService(service, (one, facts) => {
    const started = debuggersStarted(one, facts);
    const published = one.ports.find(
      ({ target }) =>
        target &&
        (port === undefined ? opensDebugger(one, target) : target.from <= port && port <= target.to),
    );
    if (!published) {
      const open = one.ports.find(({ target }) => !target);
      if (open) return unknown('A published port depends on a variable.', open.node);
      return missing(one, `\`${one.name}\` publishes no port of a debugger.`);
    }
    const { target } = published;
    if (started === 'unknown') {
      return unknown(`Whether \`${one.name}\` starts a debugger is not known.`, published.node);
    }
    const command = one.command?.node ?? published.node;
    if (started.length === 0)
      return no('The port is published, but the command starts no debugger.', command);
    const fitting = started.filter(
      (one) => one.port && target && target.from <= one.port && one.port <= target.to,
    );
    if (fitting.length === 0) {
      const listening = started.flatMap((one) => one.port ?? []).join(', ');
      return no(`The debugger listens on ${listening}, not on the published port.`, published.node);
    }
    return fitting.every(({ loopback }) => loopback)
      ? no(
          'The debugger listens on 127.0.0.1 in the container, its default, where no published port reaches it. Let it listen on 0.0.0.0 there.',
          command,
        )
      : yes;
  });
}

/** By the service's own command and environment, or by the command of its image where it sets none. */
function debuggersStarted(one: Service, { image }: ComposeFacts): readonly Debugger[] | 'unknown' {
  const own = debuggersOf(one);
  const command = one.command ?? one.entrypoint;
  if (own.length > 0) return own;
  if (command) return command.argv === undefined ? 'unknown' : [];
  const config = image(one).contents?.config;
  return config?.cmd
    ? debuggersIn([...(config.entrypoint?.argv ?? []), ...config.cmd.argv].join(' '))
    : 'unknown';
}

/** The service starts only when the other one is healthy, and the other one can become healthy. */
export function waitsForHealthy(service: string, dependency: string): ComposeCheck {
  return ofService(service, (one, facts, project) => {
    const edge = one.dependsOn.find((candidate) => candidate.service === dependency);
    if (!edge) return missing(one, `\`${service}\` does not wait for \`${dependency}\`.`);
    if (edge.condition === undefined) return unknown('The condition depends on a variable.', edge.node);
    if (edge.condition !== 'service_healthy') {
      return no(
        `\`${service}\` waits until \`${dependency}\` has started, not until it is healthy.`,
        edge.node,
      );
    }
    const other = project.services.get(dependency);
    if (!other) return no(`There is no service \`${dependency}\`.`, edge.node);
    return healthcheckVerdict(other, facts);
  });
}

/** The service has a health check, of its own or from its image. */
export function hasHealthcheck(service?: string): ComposeCheck {
  return ofService(service, healthcheckVerdict);
}

function healthcheckVerdict(one: Service, facts: ComposeFacts): Verdict {
  if (one.healthcheck?.disabled)
    return no(`The health check of \`${one.name}\` is switched off.`, one.healthcheck.node);
  if (one.healthcheck?.test) return yes;
  const fromImage = facts.image(one).hasHealthcheck;
  if (fromImage === 'yes') return yes;
  const reference = one.build ? undefined : one.image?.value;
  if (fromImage === 'no' || (reference !== undefined && lacksHealthcheck(reference))) {
    return missing(one, `\`${one.name}\` has no health check.`);
  }
  return unknown(`Whether the image of \`${one.name}\` has a health check is not known.`, one.key);
}

/** No password, token or key stands in the files. */
export function noSecretInFile(service?: string): ComposeCheck {
  return ofService(service, (one) => {
    const found = [...one.environment, ...(one.build?.args ?? [])].find(holdsSecret);
    return found ? no(`The value of \`${found.name}\` is written into the file.`, found.node) : yes;
  });
}

/** The service is given a secret as a file. */
export function usesSecret(service: string, secret?: string): ComposeCheck {
  return ofService(service, (one, _facts, project) => {
    const grant = one.secrets.find(({ name }) => secret === undefined || name === secret);
    if (!grant)
      return missing(
        one,
        `\`${service}\` is given no secret${secret === undefined ? '' : ` \`${secret}\``}.`,
      );
    if (project.secrets.has(grant.name)) return yes;
    return project.complete
      ? no(`The secret \`${grant.name}\` is not declared.`, grant.node)
      : unknown('A file that is included may declare the secret.', grant.node);
  });
}

/** The root file system is read-only. */
export function readOnlyRoot(service?: string): ComposeCheck {
  return ofService(service, (one) => {
    if (!one.readOnly) return missing(one, `The root file system of \`${one.name}\` can be written.`);
    if (one.readOnly.value === undefined) return unknown('It depends on a variable.', one.readOnly.node);
    return one.readOnly.value
      ? yes
      : no(`The root file system of \`${one.name}\` can be written.`, one.readOnly.node);
  });
}

/** No process of the service can gain privileges. */
export function noNewPrivileges(service?: string): ComposeCheck {
  return ofService(service, (one) => {
    if (
      one.securityOpt.some(({ value }) => value !== undefined && /^no-new-privileges([:=]true)?$/.test(value))
    )
      return yes;
    const open = one.securityOpt.find(({ value }) => value === undefined);
    return open
      ? unknown('It depends on a variable.', open.node)
      : missing(one, `Processes of \`${one.name}\` can gain privileges.`);
  });
}

/** Docker starts the service again after a crash. */
export function restarts(service?: string): ComposeCheck {
  return ofService(service, (one) => {
    if (!one.restart) return missing(one, `Nothing starts \`${one.name}\` again after a crash.`);
    if (one.restart.value === undefined)
      return unknown('The policy depends on a variable.', one.restart.node);
    return /^(no|none)$/.test(one.restart.value)
      ? no(`Nothing starts \`${one.name}\` again after a crash.`, one.restart.node)
      : yes;
  });
}

/**
 * Nothing but these ports of the container is published.
 *
 * @param ports - ports in the container; none for a service that is reached through its network alone.
 */
export function publishesOnly(service: string, ports: readonly number[]): ComposeCheck {
  return ofService(service, (one) => {
    for (const { target, node } of one.ports) {
      if (!target) return unknown('A published port depends on a variable.', node);
      for (let port = target.from; port <= target.to; port++) {
        if (!ports.includes(port)) return no(`\`${service}\` also publishes ${port}.`, node);
      }
    }
    const lost = ports.find(
      (port) => !one.ports.some(({ target }) => target && target.from <= port && port <= target.to),
    );
    return lost === undefined ? yes : missing(one, `\`${service}\` does not publish ${lost}.`);
  });
}

/** What the service writes at a path outlives the container, in a volume. */
export function persists(service: string, path: string): ComposeCheck {
  return ofService(service, (one) => {
    const mount = one.mounts.find(
      ({ target }) =>
        target !== undefined && (target === path || path.startsWith(`${target.replace(/\/$/, '')}/`)),
    );
    if (mount) {
      if (mount.type === 'tmpfs') return no(`What is at ${path} lives in memory and is lost.`, mount.node);
      return mount.type === 'volume' && mount.source === undefined
        ? no(`The volume at ${path} has no name, so a new container gets a new one. Name it.`, mount.node)
        : yes;
    }
    const open = one.mounts.find(({ target }) => target === undefined);
    return open
      ? unknown('A mount depends on a variable.', open.node)
      : missing(one, `What \`${service}\` writes to ${path} is lost with its container.`);
  });
}

/** The service builds this stage of its Dockerfile, by name or because it is the last. */
export function buildsTarget(service: string, stage: string): ComposeCheck {
  return ofService(service, (one, facts) => {
    if (!one.build) return missing(one, `\`${service}\` builds no image.`);
    const { target } = one.build;
    if (target && target.value === undefined)
      return unknown('The target depends on a variable.', target.node);
    const built = target?.value ?? facts.image(one).dockerfile?.file.stages.at(-1)?.name;
    if (built?.toLowerCase() === stage.toLowerCase()) return yes;
    return missing(
      one,
      target
        ? `\`${service}\` builds the stage \`${target.value}\`.`
        : `\`${service}\` builds the last stage of its Dockerfile.`,
      target?.node ?? one.build.node,
    );
  });
}

/** What distinguishes one environment from another. */
const differing = [
  'command',
  'build',
  'mounts',
  'ports',
  'environment',
  'limits',
  'restart',
  'watch',
  'readOnly',
  'image',
] as const;

/**
 * The files run the service otherwise than another set of files does: another command, stage, mount, port,
 * environment, limit or restart policy.
 */
export function differsFrom(other: ComposeFacts, service?: string): ComposeCheck {
  return ofService(service, (one) => {
    const twin = other.project?.services.get(one.name);
    if (!other.project) return no('Docker Compose refuses the file that this one is compared with.');
    if (!twin) return yes;
    const differs = differing.some((key) => shape(one[key]) !== shape(twin[key]));
    return differs ? yes : missing(one, `\`${one.name}\` runs exactly as in the other file.`);
  });
}

/** A value without the places where it stands. */
function shape(value: unknown): string {
  return JSON.stringify(value, (key, part) => (key === 'node' ? undefined : part)) ?? '';
}
