import { parsePort, parseVolume } from './shorthand.ts';
import type { ComposeNode, KeyNode, MappingEntry, MappingNode, ScalarNode, SequenceNode } from './types.ts';

/** Two files cannot be put together here. */
export interface MergeProblem {
  place: ComposeNode | KeyNode;
  message: string;
}

/**
 * Lays `over` upon `base` by the specification's merge rules.
 * https://github.com/compose-spec/compose-spec/blob/main/13-merge.md
 *
 * Every value of the result is a value of one of the two, so it still knows its file and place.
 */
export function mergeTrees(
  base: ComposeNode,
  over: ComposeNode,
  problems: MergeProblem[] = [],
  path: readonly string[] = [],
): ComposeNode {
  if (over.merge === 'override') return withoutReset(over);
  if (base.kind === 'scalar' && base.value === null) return withoutReset(over);
  if (over.kind === 'scalar' && over.value === null && base.kind === 'mapping') return base;
  const special = specialMerge(path);
  if (special) {
    const merged = special(base, over, problems, path);
    if (merged) return merged;
  }
  if (base.kind === 'mapping' && over.kind === 'mapping') return mergeMappings(base, over, problems, path);
  if (base.kind === 'sequence' && over.kind === 'sequence') return appendUnique(base, over, path);
  if (base.kind === 'scalar' && over.kind === 'scalar') return over;
  problems.push({
    place: over,
    message: `Compose cannot lay this upon \`${path.join('.')}\` of an earlier file: one is ${nameOfKind(base)}, the other ${nameOfKind(over)}. Use the same form in both, or \`!override\`.`,
  });
  return base;
}

function nameOfKind(node: ComposeNode): string {
  return { scalar: 'a single value', mapping: 'a mapping', sequence: 'a list' }[node.kind];
}

/** A tree without what `!reset` clears. */
export function withoutReset(node: ComposeNode): ComposeNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'sequence') {
    return { ...node, items: node.items.filter((item) => item.merge !== 'reset').map(withoutReset) };
  }
  const entries = new Map<string, MappingEntry>();
  for (const [name, entry] of node.entries) {
    if (entry.value.merge !== 'reset') entries.set(name, { ...entry, value: withoutReset(entry.value) });
  }
  return { ...node, entries };
}

function mergeMappings(
  base: MappingNode,
  over: MappingNode,
  problems: MergeProblem[],
  path: readonly string[],
): MappingNode {
  const entries = new Map(base.entries);
  for (const [name, entry] of over.entries) {
    const before = base.entries.get(name);
    if (entry.value.merge === 'reset') entries.delete(name);
    else if (!before || name.startsWith('x-'))
      entries.set(name, { ...entry, value: withoutReset(entry.value) });
    else
      entries.set(name, {
        ...entry,
        value: mergeTrees(before.value, entry.value, problems, [...path, name]),
      });
  }
  return { ...over, entries };
}

type Merge = (
  base: ComposeNode,
  over: ComposeNode,
  problems: MergeProblem[],
  path: readonly string[],
) => ComposeNode | undefined;

const replace: Merge = (_base, over) => withoutReset(over);

/** Lists of `KEY=value` and mappings are the same thing. */
const asKeyValues: Merge = (base, over, problems, path) =>
  mergeMappings(toMapping(base, keyValue), toMapping(over, keyValue), problems, path);

/** Lists of names and mappings by name are the same thing. */
const asNames: Merge = (base, over, problems, path) =>
  mergeMappings(toMapping(base, bareName), toMapping(over, bareName), problems, path);

/** `host=address`, or `host:address` in the older form. */
const asHosts: Merge = (base, over, problems, path) =>
  mergeMappings(toMapping(base, hostAddress), toMapping(over, hostAddress), problems, path);

/** A single value and a list of one are the same thing. */
const asList: Merge = (base, over, _problems, path) =>
  over.kind === 'mapping' || base.kind === 'mapping'
    ? undefined
    : appendUnique(toList(base), toList(over), path);

const logging: Merge = (base, over) => {
  if (base.kind !== 'mapping' || over.kind !== 'mapping') return undefined;
  const before = base.entries.get('driver')?.value;
  const after = over.entries.get('driver')?.value;
  const sameDriver =
    !before || !after || (before.kind === 'scalar' && after.kind === 'scalar' && before.text === after.text);
  // Options of another driver would mean nothing to this one.
  return sameDriver ? undefined : withoutReset(over);
};

const build: Merge = (base, over, problems, path) =>
  mergeMappings(contextOnly(base), contextOnly(over), problems, path);

const ulimit: Merge = (base, over) => (base.kind === 'mapping' && over.kind === 'mapping' ? undefined : over);

/** By path below the top of the file, `*` for any name. */
const specialMerges: readonly [path: string, merge: Merge][] = [
  ['services.*.command', replace],
  ['services.*.entrypoint', replace],
  ['services.*.healthcheck.test', replace],
  ['services.*.logging', logging],
  ['services.*.build', build],
  ['services.*.ulimits.*', ulimit],
  ['services.*.depends_on', asDependencies],
  ['services.*.networks', asNames],
  ['services.*.models', asNames],
  ['services.*.environment', asKeyValues],
  ['services.*.labels', asKeyValues],
  ['services.*.annotations', asKeyValues],
  ['services.*.sysctls', asKeyValues],
  ['services.*.extra_hosts', asHosts],
  ['services.*.build.extra_hosts', asHosts],
  ['services.*.build.args', asKeyValues],
  ['services.*.build.ssh', asKeyValues],
  ['services.*.build.labels', asKeyValues],
  ['services.*.build.additional_contexts', asKeyValues],
  ['services.*.deploy.labels', asKeyValues],
  ['networks.*.labels', asKeyValues],
  ['volumes.*.labels', asKeyValues],
  ['services.*.dns', asList],
  ['services.*.dns_search', asList],
  ['services.*.env_file', asList],
  ['services.*.label_file', asList],
  ['services.*.tmpfs', asList],
];

function specialMerge(path: readonly string[]): Merge | undefined {
  if (path.length < 3) return undefined;
  const found = specialMerges.find(([pattern]) => {
    const steps = pattern.split('.');
    return steps.length === path.length && steps.every((step, index) => step === '*' || step === path[index]);
  });
  return found?.[1];
}

function asDependencies(
  base: ComposeNode,
  over: ComposeNode,
  problems: MergeProblem[],
  path: readonly string[],
): ComposeNode {
  return mergeMappings(
    toMapping(base, startedDependency),
    toMapping(over, startedDependency),
    problems,
    path,
  );
}

function keyValue(item: ScalarNode): [name: string, value: ComposeNode] {
  const equals = item.text.indexOf('=');
  if (equals === -1) return [item.text, { ...item, value: null, text: '' }];
  const text = item.text.slice(equals + 1);
  return [item.text.slice(0, equals), { ...item, value: text, text, plain: false }];
}

function hostAddress(item: ScalarNode): [name: string, value: ComposeNode] {
  const separator = /[=:]/.exec(item.text)?.index ?? item.text.length;
  const text = item.text.slice(separator + 1);
  return [item.text.slice(0, separator), { ...item, value: text, text, plain: false }];
}

function bareName(item: ScalarNode): [name: string, value: ComposeNode] {
  return [item.text, { ...item, value: null, text: '' }];
}

function startedDependency(item: ScalarNode): [name: string, value: ComposeNode] {
  const condition: ScalarNode = { ...item, value: 'service_started', text: 'service_started' };
  return [item.text, mappingOf(item, [['condition', condition]])];
}

function contextOnly(node: ComposeNode): MappingNode {
  return node.kind === 'mapping' ? node : mappingOf(node, [['context', node]]);
}

function mappingOf(place: ComposeNode, members: readonly [string, ComposeNode][]): MappingNode {
  const { file, start, end } = place;
  const entries = new Map<string, MappingEntry>();
  for (const [text, value] of members) {
    const key = { file, start: value.start, end: value.end, text, isText: true };
    entries.set(text, { key, value, inherited: false });
  }
  return { kind: 'mapping', file, start, end, entries };
}

/** A list of short forms as the mapping that it stands for. */
export function toMapping(
  node: ComposeNode,
  entry: (item: ScalarNode) => [name: string, value: ComposeNode] = keyValue,
): MappingNode {
  if (node.kind === 'mapping') return node;
  const items = node.kind === 'sequence' ? node.items : [];
  return mappingOf(
    node,
    items.flatMap((item) => (item.kind === 'scalar' ? [entry(item)] : [])),
  );
}

function toList(node: ComposeNode): SequenceNode {
  if (node.kind === 'sequence') return node;
  return { kind: 'sequence', file: node.file, start: node.start, end: node.end, items: [node] };
}

function appendUnique(base: SequenceNode, over: SequenceNode, path: readonly string[]): SequenceNode {
  const items = new Map<string, ComposeNode>();
  let unnamed = 0;
  for (const item of [...base.items, ...over.items]) {
    if (item.merge === 'reset') continue;
    items.set(uniqueKey(path, item) ?? `#${unnamed++}`, withoutReset(item));
  }
  return { ...over, items: [...items.values()] };
}

/** What may occur only once in a list: a later entry with the same key takes the place of an earlier one. */
function uniqueKey(path: readonly string[], item: ComposeNode): string | undefined {
  const attribute = path.length === 3 && path[0] === 'services' ? path[2] : undefined;
  if (item.kind === 'scalar') {
    switch (attribute) {
      case 'volumes':
      case 'devices':
        return parseVolume(item.text)?.target ?? item.text;
      case 'ports': {
        const port = parsePort(item.text);
        return port
          ? portKey(port.hostIp, rangeText(port.published), rangeText(port.target), port.protocol)
          : item.text;
      }
      case 'secrets':
        return `/run/secrets/${item.text}`;
      case 'configs':
        return `/${item.text}`;
      default:
        return item.text;
    }
  }
  if (item.kind === 'sequence') return undefined;
  const member = (name: string) => {
    const value = item.entries.get(name)?.value;
    return value?.kind === 'scalar' ? value.text : undefined;
  };
  switch (attribute) {
    case 'volumes':
      return member('target');
    case 'ports':
      return portKey(member('host_ip'), member('published'), member('target'), member('protocol') ?? 'tcp');
    case 'secrets': {
      const target = member('target') ?? member('source');
      return target?.startsWith('/') ? target : `/run/secrets/${target}`;
    }
    case 'configs':
      return member('target') ?? `/${member('source')}`;
    case 'env_file':
      return member('path');
    default:
      return undefined;
  }
}

function portKey(
  ip: string | undefined,
  published: string | undefined,
  target: string | undefined,
  protocol: string,
): string {
  return `${ip ?? '0.0.0.0'}:${published ?? ''}:${target}/${protocol}`;
}

function rangeText(range: { from: number; to: number } | undefined): string | undefined {
  return range && (range.from === range.to ? String(range.from) : `${range.from}-${range.to}`);
}
