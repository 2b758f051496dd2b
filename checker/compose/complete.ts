import type { Range } from '../types.ts';
import { type LineParts, lineParts, type Path, pathAt, schemasAt } from './cursor.ts';
import { noteAt } from './notes.ts';
import { composeSchema } from './schema.generated.ts';
import { resolve, type Schema } from './schema.ts';

/** One thing that could be typed at the cursor. */
export interface Completion {
  label: string;
  kind: 'key' | 'value' | 'name';
  /** Text that takes the place of `range`; line breaks carry the indentation that they need. */
  insert: string;
  range: Range;
  /** A sentence or two. */
  documentation?: string;
  deprecated?: boolean;
}

/**
 * What could stand at a position of a Compose file, best first. Works on text that is not YAML yet.
 *
 * @param line - 1-based, as is `column` (UTF-16 units).
 */
export function completeAt(text: string, line: number, column: number): Completion[] {
  const lines = text.split(/\r?\n/);
  const current = lines[line - 1] ?? '';
  const before = current.slice(0, column - 1);
  if (/(^|\s)#/.test(before)) return [];
  const parts = lineParts(before) ?? { dashes: [], column: before.length };
  const range = (from: number): Range => ({
    startLine: line,
    startColumn: from + 1,
    endLine: line,
    endColumn: column,
  });
  if (parts.key !== undefined && parts.valueColumn !== undefined) {
    const path = [...pathAt(lines, line - 1, parts.column), parts.key];
    return [...values(path, range(parts.valueColumn)), ...names(path, lines, range(parts.valueColumn))];
  }
  const path = pathAt([...lines.slice(0, line - 1), before], line - 1, parts.column);
  const entryRange = range(parts.column);
  return [
    ...keys(path, lines, line - 1, parts, entryRange),
    ...(parts.dashes.length > 0 ? [...values(path, entryRange), ...names(path, lines, entryRange)] : []),
  ];
}

function keys(
  path: Path,
  lines: readonly string[],
  lineIndex: number,
  { column, dashes }: LineParts,
  range: Range,
): Completion[] {
  const taken = dashes.length > 0 ? new Set<string>() : siblingsOf(lines, lineIndex, column, path);
  const indent = ' '.repeat(column);
  return schemasAt(path).flatMap(({ properties, required }) =>
    Object.entries(properties ?? {})
      .filter(([name]) => !taken.has(name))
      .toSorted(([a], [b]) => rank(a, required) - rank(b, required))
      .map(([name, child]): Completion => {
        const documentation = describe([...path, name], child);
        return {
          label: name,
          kind: 'key',
          insert: `${name}:${continuation(child, indent)}`,
          range,
          ...(documentation !== undefined && { documentation }),
          ...(child.deprecated && { deprecated: true }),
        };
      }),
  );
}

/** What nearly every service has, in the order in which it is mostly written. */
const usualKeys = [
  'image',
  'build',
  'command',
  'restart',
  'ports',
  'environment',
  'env_file',
  'volumes',
  'depends_on',
  'healthcheck',
  'deploy',
  'develop',
  'networks',
  'secrets',
];

/** Required keys come first, then the usual ones, then the rest as the specification has them. */
function rank(name: string, required: readonly string[] = []): number {
  if (required.includes(name)) return -1;
  const index = usualKeys.indexOf(name);
  return index === -1 ? usualKeys.length : index;
}

/** What follows a key: a space, or the beginning of its block. */
function continuation(schema: Schema, indent: string): string {
  const resolved = resolve(composeSchema, schema);
  const types = resolved.oneOf
    ? resolved.oneOf.flatMap((branch) => resolve(composeSchema, branch).type ?? [])
    : (resolved.type ?? []);
  if (
    types.includes('string') ||
    types.includes('boolean') ||
    types.includes('number') ||
    types.includes('integer')
  ) {
    return ' ';
  }
  if (types.includes('array')) return `\n${indent}  - `;
  return types.includes('object') ? `\n${indent}  ` : ' ';
}

/** Keys that stand in the same mapping already. */
function siblingsOf(lines: readonly string[], lineIndex: number, column: number, path: Path): Set<string> {
  const found = new Set<string>();
  const same = (index: number) => pathAt(lines, index, column).join('\n') === path.join('\n');
  for (const step of [-1, 1]) {
    for (let index = lineIndex + step; index >= 0 && index < lines.length; index += step) {
      const parts = lineParts(lines[index] as string);
      if (!parts) continue;
      if (parts.column < column) break;
      if (parts.column === column && parts.key !== undefined && same(index)) found.add(parts.key);
    }
  }
  return found;
}

function values(path: Path, range: Range): Completion[] {
  const allowed = schemasAt(path).flatMap((schema) => [
    ...(schema.enum ?? []),
    ...(schema.type?.includes('boolean') ? ['true', 'false'] : []),
  ]);
  const usual = usualValues[path.length > 2 && path[0] === 'services' ? path.slice(2).join('.') : ''] ?? [];
  return [...new Set([...allowed, ...usual])].map((label) => ({
    label,
    kind: 'value',
    insert: label,
    range,
  }));
}

/** Values that the schema leaves open and that everybody uses. */
const usualValues: Readonly<Record<string, readonly string[]>> = {
  restart: ['unless-stopped', 'always', 'on-failure', '"no"'],
  pull_policy: ['always', 'missing', 'never', 'build', 'daily', 'weekly'],
  'healthcheck.test.[]': ['CMD', 'CMD-SHELL', 'NONE'],
  'healthcheck.interval': ['10s', '30s'],
  'healthcheck.timeout': ['3s', '5s'],
  'healthcheck.start_period': ['10s', '30s'],
  'cap_drop.[]': ['ALL'],
  'security_opt.[]': ['no-new-privileges:true'],
  'deploy.resources.limits.memory': ['256M', '512M', '1G'],
  'deploy.resources.limits.cpus': ['"0.5"', '"1.0"'],
  'develop.watch.[].action': [],
};

/** Names that the file declares, where such a name belongs. */
function names(path: Path, lines: readonly string[], range: Range): Completion[] {
  const [, service, attribute, ...rest] = path;
  if (path[0] !== 'services' || attribute === undefined) return [];
  const inList = rest.length === 1 && rest[0] === '[]';
  const kind = attribute === 'depends_on' ? 'services' : attribute;
  const takes =
    (inList && ['depends_on', 'networks', 'secrets', 'configs', 'models'].includes(attribute)) ||
    (inList && attribute === 'volumes') ||
    (rest.at(-1) === 'source' && ['volumes', 'secrets', 'configs'].includes(attribute));
  if (!takes) return [];
  return declared(lines, kind)
    .filter((name) => attribute !== 'depends_on' || name !== service)
    .map((label) => ({
      label,
      kind: 'name',
      insert: attribute === 'volumes' && inList ? `${label}:` : label,
      range,
    }));
}

function declared(lines: readonly string[], section: string): string[] {
  const start = lines.findIndex((line) => line.startsWith(`${section}:`));
  if (start === -1) return [];
  const found: string[] = [];
  let column: number | undefined;
  for (const line of lines.slice(start + 1)) {
    const parts = lineParts(line);
    if (!parts) continue;
    if (parts.column === 0) break;
    column ??= parts.column;
    if (parts.column === column && parts.key !== undefined) found.push(parts.key);
  }
  return found;
}

function describe(path: Path, schema: Schema): string | undefined {
  return noteAt(path) ?? schema.description ?? resolve(composeSchema, schema).description;
}
