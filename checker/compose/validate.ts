import { composeSchema } from './schema.generated.ts';
import { type JsonType, pattern, resolve, type Schema, type SchemaTable } from './schema.ts';
import type { ComposeNode, KeyNode, MappingNode, SequenceNode } from './types.ts';
import { describeUnknownKey, describeWrongType, meantKey } from './words.ts';

/** One place where a Compose file breaks the specification's schema. */
export interface Violation {
  /** `services.web.ports[0]`; the empty path is the file as a whole. */
  path: string;
  /** The value to blame, or the key where the key is what is wrong. */
  place: ComposeNode | KeyNode;
  message: string;
  /** What to write in the place of `place`, where that is all that is needed. */
  repair?: { title: string; text: string };
}

export interface ValidateOptions {
  /**
   * Judge a file that others complete: what it does not say may stand in another one, so that missing keys
   * are no violation.
   */
  partial?: boolean;
  table?: SchemaTable;
}

/**
 * Judges a file as it is written, before interpolation, by the Compose specification's JSON Schema.
 *
 * @returns every violation, in the order of the file.
 */
export function validate(root: ComposeNode, options: ValidateOptions = {}): Violation[] {
  const table = options.table ?? composeSchema;
  const walker = new Walker(table, options.partial ?? false);
  walker.explain(table.root, root, '');
  return walker.violations;
}

class Walker {
  readonly violations: Violation[] = [];

  constructor(
    private readonly table: SchemaTable,
    private readonly partial: boolean,
  ) {}

  /** Whether `node` satisfies `schema`; finds no words for it. */
  private accepts(reference: Schema, node: ComposeNode): boolean {
    if (node.merge === 'reset') return true;
    const schema = resolve(this.table, reference);
    if (schema.type && !isOfType(node, schema.type)) return false;
    if (schema.oneOf && !this.oneMatches(schema.oneOf, node)) return false;
    if (node.kind === 'scalar') return scalarProblem(schema, node.value) === undefined;
    if (node.kind === 'sequence') {
      const { items } = schema;
      if (schema.uniqueItems && firstDuplicate(node) !== undefined) return false;
      return !items || node.items.every((item) => this.accepts(items, item));
    }
    if (!this.partial && schema.required?.some((name) => !node.entries.has(name))) return false;
    for (const [name, { key, value }] of node.entries) {
      if (!key.isText) return false;
      const children = childSchemas(schema, name);
      if (children.length === 0 && schema.additionalProperties === false) return false;
      if (!children.every((child) => this.accepts(child, value))) return false;
    }
    return true;
  }

  private oneMatches(branches: readonly Schema[], node: ComposeNode): boolean {
    return branches.filter((branch) => this.accepts(branch, node)).length === 1;
  }

  /** Records why `node` does not satisfy `schema`, if it does not. */
  explain(reference: Schema, node: ComposeNode, path: string): void {
    if (node.merge === 'reset') return;
    const schema = resolve(this.table, reference);
    if (schema.oneOf && !this.explainChoice(schema.oneOf, node, path)) return;
    if (schema.type && !isOfType(node, schema.type)) {
      this.reportType(path, node, schema.type, schema);
      return;
    }
    if (node.kind === 'scalar') {
      const problem = scalarProblem(schema, node.value);
      if (problem !== undefined) this.report(path, node, problem);
    } else if (node.kind === 'sequence') {
      this.explainSequence(schema, node, path);
    } else {
      this.explainMapping(schema, node, path);
    }
  }

  /** @returns whether the value satisfies exactly one branch. */
  private explainChoice(branches: readonly Schema[], node: ComposeNode, path: string): boolean {
    if (this.oneMatches(branches, node)) return true;
    const sameType = branches.filter((branch) => {
      const { type } = resolve(this.table, branch);
      return type === undefined || isOfType(node, type);
    });
    const before = this.violations.length;
    if (sameType.length === 1) this.explain(sameType[0] as Schema, node, path);
    if (this.violations.length === before) {
      const types = branches.flatMap((branch) => resolve(this.table, branch).type ?? []);
      this.reportType(path, node, types);
    }
    return false;
  }

  private explainSequence(schema: Schema, node: SequenceNode, path: string): void {
    const duplicate = schema.uniqueItems ? firstDuplicate(node) : undefined;
    if (duplicate !== undefined) {
      this.report(
        `${path}[${duplicate}]`,
        node.items[duplicate] as ComposeNode,
        'This entry stands twice in the list. Keep one.',
      );
    }
    const { items } = schema;
    if (items) node.items.forEach((item, index) => this.explain(items, item, `${path}[${index}]`));
  }

  private explainMapping(schema: Schema, node: MappingNode, path: string): void {
    for (const name of this.partial ? [] : (schema.required ?? [])) {
      if (node.entries.has(name)) continue;
      this.report(path, node, `The key \`${name}\` is missing here, and Compose requires it.`);
    }
    for (const [name, { key, value }] of node.entries) {
      const childPath = path === '' ? name : `${path}.${name}`;
      if (!key.isText) {
        this.report(
          childPath,
          key,
          `YAML does not read \`${name || ' '}\` as text, and keys must be text. Put it in quotes.`,
        );
        continue;
      }
      const children = childSchemas(schema, name);
      if (children.length === 0 && schema.additionalProperties === false) {
        const meant = meantKey(name, schema);
        const repair =
          meant === undefined || node.entries.has(meant)
            ? undefined
            : { title: `Write \`${meant}\``, text: meant };
        this.report(childPath, key, describeUnknownKey(path, name, schema), repair);
      }
      for (const child of children) this.explain(child, value, childPath);
    }
  }

  private reportType(path: string, node: ComposeNode, types: readonly JsonType[], schema?: Schema): void {
    const asText = node.kind === 'scalar' && node.plain && node.value !== null && types.includes('string');
    const written = node.file.index.text.slice(node.start, node.end);
    const repair = asText ? { title: 'Put it in quotes', text: `"${written}"` } : undefined;
    this.report(path, node, describeWrongType(path, types, schema, node), repair);
  }

  private report(
    path: string,
    place: ComposeNode | KeyNode,
    message: string,
    repair?: Violation['repair'],
  ): void {
    this.violations.push({ path, place, message, ...(repair && { repair }) });
  }
}

/** The schemas that the value of a key must satisfy. */
export function childSchemas(schema: Schema, name: string): Schema[] {
  const children: Schema[] = [];
  const own = schema.properties;
  if (own && Object.hasOwn(own, name)) children.push(own[name] as Schema);
  for (const source in schema.patternProperties) {
    if (pattern(source).test(name)) children.push(schema.patternProperties[source] as Schema);
  }
  return children;
}

function isOfType(node: ComposeNode, types: readonly JsonType[]): boolean {
  return types.some((type) => {
    if (node.kind === 'mapping') return type === 'object';
    if (node.kind === 'sequence') return type === 'array';
    const { value } = node;
    switch (type) {
      case 'null':
        return value === null;
      case 'number':
        return typeof value === 'number' && Number.isFinite(value);
      case 'integer':
        return Number.isInteger(value);
      case 'string':
        return typeof value === 'string';
      case 'boolean':
        return typeof value === 'boolean';
      default:
        return false;
    }
  });
}

function scalarProblem(schema: Schema, value: string | number | boolean | null): string | undefined {
  if (schema.enum && !schema.enum.includes(value as string)) {
    return `\`${value}\` is not one of the allowed values: ${schema.enum.join(', ')}.`;
  }
  if (typeof value === 'string' && schema.pattern !== undefined && !pattern(schema.pattern).test(value)) {
    return `\`${value}\` does not have the form that is required here: ${schema.pattern}`;
  }
  if (typeof value === 'number') {
    if (schema.minimum !== undefined && value < schema.minimum)
      return `The least allowed is ${schema.minimum}.`;
    if (schema.maximum !== undefined && value > schema.maximum)
      return `The most allowed is ${schema.maximum}.`;
  }
  return undefined;
}

/** Index of the first item that equals one before it. */
function firstDuplicate(node: SequenceNode): number | undefined {
  const seen = new Set<string>();
  for (const [index, item] of node.items.entries()) {
    if (item.merge === 'reset') continue;
    const identity = fingerprint(item);
    if (seen.has(identity)) return index;
    seen.add(identity);
  }
  return undefined;
}

/** Equal for values that JSON takes for equal. */
function fingerprint(node: ComposeNode): string {
  if (node.kind === 'scalar') return JSON.stringify(node.value);
  if (node.kind === 'sequence') return `[${node.items.map(fingerprint).join()}]`;
  const entries = [...node.entries].map(
    ([name, { value }]) => `${JSON.stringify(name)}:${fingerprint(value)}`,
  );
  return `{${entries.sort().join()}}`;
}
