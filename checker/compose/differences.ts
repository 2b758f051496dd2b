import type { Command, ComposeProject, Located, Mount, Service } from './model.ts';
import type { ComposeNode } from './types.ts';

/** One aspect in which a service runs otherwise in two sets of files. */
export interface Difference {
  service: string;
  /** Words for a table: `ports`, `memory limit`. */
  aspect: string;
  /** One text a value; none where the files leave the aspect to Docker. */
  left: readonly string[];
  right: readonly string[];
}

/**
 * In what two applications differ, service by service, in the order of the left files and then of the right.
 * Values are compared as Compose understands them, whatever syntax they are written in. A value that depends on
 * a variable which nothing sets is shown as it is written.
 */
export function composeDifferences(left: ComposeProject, right: ComposeProject): Difference[] {
  const names = new Set([...left.services.keys(), ...right.services.keys()]);
  return [...names].flatMap((service) => {
    const one = left.services.get(service);
    const other = right.services.get(service);
    if (!one || !other) {
      return [{ service, aspect: 'the service', left: presence(one), right: presence(other) }];
    }
    return aspects.flatMap(([aspect, values]) => {
      const [before, after] = [values(one), values(other)];
      return same(before, after) ? [] : [{ service, aspect, left: before, right: after }];
    });
  });
}

const presence = (service: Service | undefined) => (service ? ['there'] : []);

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && [...one].sort().join('\n') === [...other].sort().join('\n');

/** What of a service is compared, and how a value reads. */
const aspects: readonly [string, (service: Service) => readonly string[]][] = [
  ['image', ({ image }) => value(image)],
  ['stage that is built', ({ build }) => (build ? (build.target ? value(build.target) : ['the last']) : [])],
  ['command', ({ command }) => commandOf(command)],
  ['entrypoint', ({ entrypoint }) => commandOf(entrypoint)],
  ['user', ({ user }) => value(user)],
  ['source and data', ({ mounts }) => mounts.filter(({ type }) => type !== 'tmpfs').map(mountOf)],
  ['in memory', ({ mounts }) => mounts.filter(({ type }) => type === 'tmpfs').map(mountOf)],
  ['follows edits', ({ watch }) => watch.map(({ action, path }) => `${action ?? '?'} ${path ?? '?'}`)],
  ['ports', ({ ports }) => ports.map(({ node }) => written(node))],
  ['environment', ({ environment }) => environment.map(({ node, name }) => variableOf(name, node))],
  ['secrets as files', ({ secrets }) => secrets.map(({ name }) => name)],
  ['networks', ({ networks }) => (networks ?? []).map(({ name }) => name)],
  ['health check', healthcheckOf],
  ['starts again', ({ restart }) => value(restart)],
  ['CPU limit', ({ limits }) => value(limits.cpus)],
  ['memory limit', ({ limits }) => (limits.memory ? [written(limits.memory.node)] : [])],
  ['process limit', ({ limits }) => value(limits.pids)],
  ['root file system', ({ readOnly }) => (readOnly?.value ? ['read-only'] : [])],
  ['capabilities added', ({ capAdd }) => capAdd.flatMap(value)],
  ['capabilities dropped', ({ capDrop }) => capDrop.flatMap(value)],
  ['security options', ({ securityOpt }) => securityOpt.flatMap(value)],
  ['log', ({ node }) => logOf(node)],
];

function value(located: Located<string | number> | undefined): string[] {
  if (!located) return [];
  return [located.value === undefined ? written(located.node) : String(located.value)];
}

function commandOf(command: Command | undefined): string[] {
  if (!command) return [];
  return [command.argv ? command.argv.join(' ') : written(command.node)];
}

function mountOf({ source, target, readOnly }: Mount): string {
  const places = source === undefined ? [target ?? '?'] : [source, target ?? '?'];
  return `${places.join(' → ')}${readOnly ? ', read-only' : ''}`;
}

function variableOf(name: string, node: ComposeNode): string {
  const text = written(node);
  return text.startsWith(`${name}=`) || text === name ? text : `${name}=${text}`;
}

function healthcheckOf({ healthcheck }: Service): string[] {
  if (!healthcheck) return [];
  if (healthcheck.disabled) return ['switched off'];
  return [healthcheck.test ? healthcheck.test.words.join(' ') : 'the command of the image, with other times'];
}

function logOf(node: ComposeNode): string[] {
  const logging = node.kind === 'mapping' ? node.entries.get('logging')?.value : undefined;
  if (logging?.kind !== 'mapping') return [];
  const driver = logging.entries.get('driver')?.value;
  const options = logging.entries.get('options')?.value;
  return [
    ...(driver ? [written(driver)] : []),
    ...(options?.kind === 'mapping'
      ? [...options.entries].map(([name, { value: option }]) => `${name} ${written(option)}`)
      : []),
  ];
}

/** A value on one line: a scalar's text, a list's items, a mapping's pairs. */
function written(node: ComposeNode): string {
  if (node.kind === 'sequence') return node.items.map(written).join(' ');
  if (node.kind === 'mapping')
    return [...node.entries].map(([name, entry]) => `${name}=${written(entry.value)}`).join(', ');
  if (!node.unknown) return node.text;
  const text = node.file.index.text.slice(node.start, node.end);
  return /^(['"])[\s\S]*\1$/.test(text) ? text.slice(1, -1) : text;
}
