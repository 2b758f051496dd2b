import { toMapping } from './merge.ts';
import type {
  Build,
  Command,
  Dependency,
  EnvFile,
  Grant,
  Healthcheck,
  Limits,
  Located,
  Mount,
  Port,
  Reference,
  Role,
  Service,
  Variable,
  WatchRule,
} from './model.ts';
import { roleOfProfiles } from './role.ts';
import { isHostPath, parseBytes, parsePort, parseRange, parseVolume } from './shorthand.ts';
import type { ComposeNode, MappingEntry, MappingNode, ScalarNode } from './types.ts';
import { splitWords } from './words-of-command.ts';

/** Brings one service into the same form, whichever syntax each of its keys is written in. */
export function normaliseService(entry: MappingEntry, role: Role, complete: boolean): Service | null {
  const { key, value: node } = entry;
  if (node.kind !== 'mapping') return null;
  const profiles = textsAt(node, 'profiles').flatMap(({ value }) => (value === undefined ? [] : [value]));
  const fromProfiles = roleOfProfiles(profiles);
  return {
    name: key.text,
    key,
    node,
    complete,
    role: fromProfiles === 'unknown' ? role : fromProfiles,
    profiles,
    ...present('image', textAt(node, 'image')),
    ...present('build', readBuild(at(node, 'build'))),
    ...present('command', readCommand(at(node, 'command'))),
    ...present('entrypoint', readCommand(at(node, 'entrypoint'))),
    ...present('user', textAt(node, 'user')),
    ...present('containerName', textAt(node, 'container_name')),
    ports: items(at(node, 'ports')).map(readPort),
    mounts: [...items(at(node, 'volumes')).map(readMount), ...listOf(at(node, 'tmpfs')).map(readTmpfs)],
    environment: readVariables(at(node, 'environment')),
    envFiles: listOf(at(node, 'env_file')).map(readEnvFile),
    dependsOn: readDependencies(at(node, 'depends_on')),
    ...present('healthcheck', readHealthcheck(at(node, 'healthcheck'))),
    limits: readLimits(node),
    ...present(
      'restart',
      textAt(node, 'restart') ?? textAt(node, 'deploy', 'restart_policy', 'condition') ?? restartPolicy(node),
    ),
    ...present('replicas', numberAt(node, 'scale') ?? numberAt(node, 'deploy', 'replicas')),
    ...present('networks', readReferences(at(node, 'networks'))),
    ...present('networkMode', textAt(node, 'network_mode')),
    secrets: items(at(node, 'secrets')).map((item) => readGrant(item, '/run/secrets/')),
    configs: items(at(node, 'configs')).map((item) => readGrant(item, '/')),
    models: readReferences(at(node, 'models')) ?? [],
    capAdd: textsAt(node, 'cap_add'),
    capDrop: textsAt(node, 'cap_drop'),
    securityOpt: textsAt(node, 'security_opt'),
    ...present('privileged', booleanAt(node, 'privileged')),
    ...present('readOnly', booleanAt(node, 'read_only')),
    watch: items(at(node, 'develop', 'watch')).map(readWatch),
  };
}

function present<K extends string, V>(key: K, value: V | undefined): { [name in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [name in K]?: V };
}

/** The value at a path of keys, or undefined when a key is missing. */
export function at(node: ComposeNode | undefined, ...path: readonly string[]): ComposeNode | undefined {
  let current = node;
  for (const step of path)
    current = current?.kind === 'mapping' ? current.entries.get(step)?.value : undefined;
  return current;
}

/** The key node at a path, for ranges that are to name the key. */
export function keyAt(node: ComposeNode | undefined, ...path: readonly string[]): MappingEntry | undefined {
  const parent = at(node, ...path.slice(0, -1));
  return parent?.kind === 'mapping' ? parent.entries.get(path.at(-1) as string) : undefined;
}

function items(node: ComposeNode | undefined): readonly ComposeNode[] {
  return node?.kind === 'sequence' ? node.items : [];
}

function listOf(node: ComposeNode | undefined): readonly ComposeNode[] {
  if (!node || (node.kind === 'scalar' && node.value === null)) return [];
  return node.kind === 'sequence' ? node.items : [node];
}

/** The text of a value, undefined where it is not known or no text. */
export function textOf(node: ComposeNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null && !node.unknown ? node.text : undefined;
}

function located(node: ComposeNode): Located<string> {
  return { value: textOf(node), node };
}

function textAt(node: MappingNode, ...path: readonly string[]): Located<string> | undefined {
  const found = at(node, ...path);
  return found && !(found.kind === 'scalar' && found.value === null) ? located(found) : undefined;
}

function textsAt(node: MappingNode, key: string): readonly Located<string>[] {
  return listOf(at(node, key)).map(located);
}

function convert<T>(
  found: Located<string> | undefined,
  parse: (text: string) => T | undefined,
): Located<T> | undefined {
  return found && { node: found.node, value: found.value === undefined ? undefined : parse(found.value) };
}

function numberAt(node: MappingNode, ...path: readonly string[]): Located<number> | undefined {
  return convert(textAt(node, ...path), toNumber);
}

function booleanAt(node: MappingNode, key: string): Located<boolean> | undefined {
  return convert(textAt(node, key), (text) =>
    /^(true|1|t|yes|y|on)$/i.test(text) ? true : /^(false|0|f|no|n|off)$/i.test(text) ? false : undefined,
  );
}

function toNumber(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : undefined;
}

function readBuild(node: ComposeNode | undefined): Build | undefined {
  if (!node) return undefined;
  if (node.kind === 'scalar')
    return node.value === null ? undefined : { node, context: located(node), args: [] };
  if (node.kind !== 'mapping') return undefined;
  return {
    node,
    context: textAt(node, 'context') ?? { value: '.', node },
    ...present('dockerfile', textAt(node, 'dockerfile')),
    ...present('inline', textAt(node, 'dockerfile_inline')),
    ...present('target', textAt(node, 'target')),
    args: readVariables(at(node, 'args')),
  };
}

function readCommand(node: ComposeNode | undefined): Command | undefined {
  if (!node || (node.kind === 'scalar' && node.value === null)) return undefined;
  if (node.kind === 'sequence') {
    const words = node.items.map(textOf);
    return { node, form: 'exec', argv: words.includes(undefined) ? undefined : (words as string[]) };
  }
  const text = textOf(node);
  return { node, form: 'text', argv: text === undefined ? undefined : splitWords(text) };
}

function readPort(node: ComposeNode): Port {
  if (node.kind === 'scalar') {
    const parsed = node.unknown ? null : parsePort(node.text);
    if (parsed) return { node, ...parsed, known: true };
    // `${PORT}:80`: what stands behind the last colon is the container's port all the same.
    const tail = node.unknown ? /:(\d+(?:-\d+)?)(?:\/([a-z]+))?$/.exec(node.text) : null;
    const target = parseRange(tail?.[1]);
    const ip = /^((?:\d+\.){3}\d+|\[[^\]]+\]):/.exec(node.text)?.[1];
    return {
      node,
      ...(target && { target }),
      ...(ip && { hostIp: ip }),
      protocol: tail?.[2] ?? 'tcp',
      known: false,
    };
  }
  const published = at(node, 'published');
  const target = parseRange(textOf(at(node, 'target')));
  const range = parseRange(textOf(published));
  const ip = textOf(at(node, 'host_ip'));
  return {
    node,
    ...(ip && { hostIp: ip }),
    ...(range && { published: range }),
    ...(target && { target }),
    protocol: textOf(at(node, 'protocol')) ?? 'tcp',
    known: target !== null && (published === undefined || range !== null),
  };
}

const mountTypes = ['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image'] as const;

function readMount(node: ComposeNode): Mount {
  if (node.kind === 'scalar') {
    const parsed = parseVolume(node.text);
    if (!parsed) return { node, type: 'unknown', readOnly: false };
    if (!node.unknown) return { node, ...parsed };
    // With a variable in front only a target that has none in it can be told.
    const source = parsed.source ?? '';
    return {
      node,
      type: isHostPath(source) ? 'bind' : 'unknown',
      ...(parsed.target.startsWith('/') && { target: parsed.target }),
      readOnly: parsed.readOnly,
    };
  }
  const type = mountTypes.find((name) => name === textOf(at(node, 'type'))) ?? 'unknown';
  return {
    node,
    type,
    ...present('source', textOf(at(node, 'source'))),
    ...present('target', textOf(at(node, 'target'))),
    readOnly: textOf(at(node, 'read_only')) === 'true',
  };
}

function readTmpfs(node: ComposeNode): Mount {
  const target = textOf(node)?.split(':')[0];
  return { node, type: 'tmpfs', ...present('target', target), readOnly: false };
}

function readVariables(node: ComposeNode | undefined): readonly Variable[] {
  if (!node || node.kind === 'scalar') return [];
  return [...toMapping(node).entries].map(([name, { value }]) => ({
    name,
    value: value.kind === 'scalar' && value.value === null ? null : textOf(value),
    node: value,
    literal: isLiteral(value),
  }));
}

/** Whether the file spells a value out: what interpolation made of it says nothing about what is committed. */
function isLiteral(node: ComposeNode): boolean {
  if (node.kind !== 'scalar' || node.value === null) return false;
  const written = node.file.index.text.slice(node.start, node.end);
  return !/(^|[^$])(\$\$)*\$[A-Za-z_{]/.test(written);
}

function readEnvFile(node: ComposeNode): EnvFile {
  const path = at(node, 'path');
  return { path: located(path ?? node), required: textOf(at(node, 'required')) !== 'false' };
}

const conditions = ['service_started', 'service_healthy', 'service_completed_successfully'] as const;

function readDependencies(node: ComposeNode | undefined): readonly Dependency[] {
  if (node?.kind === 'sequence') {
    return node.items.flatMap((item) => {
      const service = textOf(item);
      return service === undefined
        ? []
        : [{ service, condition: 'service_started' as const, required: true, short: true, node: item }];
    });
  }
  if (node?.kind !== 'mapping') return [];
  return [...node.entries].map(([service, { key, value }]) => ({
    service,
    condition: conditions.find((condition) => condition === textOf(at(value, 'condition'))),
    required: textOf(at(value, 'required')) !== 'false',
    short: false,
    node: at(value, 'condition') ?? key,
  }));
}

function readHealthcheck(node: ComposeNode | undefined): Healthcheck | undefined {
  if (node?.kind !== 'mapping') return undefined;
  const test = at(node, 'test');
  const read = test && readTest(test);
  return {
    node,
    disabled: textOf(at(node, 'disable')) === 'true' || read?.form === 'none',
    ...present('test', read),
  };
}

function readTest(node: ComposeNode): Healthcheck['test'] {
  if (node.kind === 'scalar') {
    const text = textOf(node);
    return text === undefined ? { node, form: 'unknown', words: [] } : { node, form: 'shell', words: [text] };
  }
  const words = items(node).map(textOf);
  const known = words.filter((word) => word !== undefined);
  if (known.length < words.length) return { node, form: 'unknown', words: [] };
  const forms: Record<string, 'exec' | 'shell' | 'none'> = {
    CMD: 'exec',
    'CMD-SHELL': 'shell',
    NONE: 'none',
  };
  return { node, form: forms[known[0] ?? ''] ?? 'unknown', words: known.slice(1) };
}

/** A quota of microseconds in each period is a limit in CPUs; -1 is none, which is 0 here as Compose says it. */
function readQuota(node: MappingNode): Located<number> | undefined {
  const quota = numberAt(node, 'cpu_quota');
  if (!quota) return undefined;
  const period = numberAt(node, 'cpu_period');
  const known = quota.value !== undefined && (!period || period.value !== undefined);
  const cpus = Math.max(0, quota.value ?? 0) / (period?.value || 100_000);
  return { value: known ? cpus : undefined, node: quota.node };
}

function readLimits(node: MappingNode): Limits {
  const cpus =
    textAt(node, 'deploy', 'resources', 'limits', 'cpus') ??
    textAt(node, 'cpus') ??
    textAt(node, 'cpu_count');
  const memory = textAt(node, 'deploy', 'resources', 'limits', 'memory') ?? textAt(node, 'mem_limit');
  const pids = numberAt(node, 'deploy', 'resources', 'limits', 'pids') ?? numberAt(node, 'pids_limit');
  return {
    ...present('cpus', convert(cpus, toNumber) ?? readQuota(node)),
    ...present('memory', convert(memory, parseBytes)),
    ...present('pids', pids),
  };
}

function restartPolicy(node: MappingNode): Located<string> | undefined {
  const policy = at(node, 'deploy', 'restart_policy');
  // The policy's condition is `any` when it says none.
  return policy && { value: 'any', node: policy };
}

function readReferences(node: ComposeNode | undefined): readonly Reference[] | undefined {
  if (node?.kind === 'mapping') return [...node.entries].map(([name, { key }]) => ({ name, node: key }));
  if (node?.kind !== 'sequence') return undefined;
  return node.items.flatMap((item) => {
    const name = textOf(item);
    return name === undefined ? [] : [{ name, node: item }];
  });
}

function readGrant(node: ComposeNode, directory: string): Grant {
  const source = node.kind === 'mapping' ? at(node, 'source') : node;
  const name = textOf(source) ?? '';
  const target = textOf(at(node, 'target')) ?? name;
  return {
    name,
    node: (source as ScalarNode | undefined) ?? node,
    target: target.startsWith('/') ? target : directory + target,
  };
}

function readWatch(node: ComposeNode): WatchRule {
  return {
    node,
    action: textOf(at(node, 'action')),
    path: textOf(at(node, 'path')),
    target: textOf(at(node, 'target')),
  };
}
