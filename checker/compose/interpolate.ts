import { resolvePlain } from './scalar.ts';
import type { ComposeNode, MappingEntry, ScalarNode } from './types.ts';

/** Value of a variable, or undefined where nothing sets it. */
export type Lookup = (name: string) => string | undefined;

/** What a text becomes once its variables are filled in. */
export interface Interpolated {
  text: string;
  /** Variables that nothing sets and that have no default. */
  unknown: readonly string[];
}

/** Compose refuses the text: a `$` that begins no variable. */
export class InterpolationError extends Error {}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;

/**
 * Fills in `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:?message}`, `${NAME?message}`,
 * `${NAME:+replacement}` and `${NAME+replacement}`, nested ones too; `$$` is a dollar sign.
 * https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
 *
 * @throws InterpolationError where Compose would refuse the text.
 */
export function interpolate(text: string, lookup: Lookup, level = 0): Interpolated {
  if (level > 100) throw new InterpolationError('Variables are nested too deep in each other here.');
  if (!text.includes('$')) return { text, unknown: [] };
  const unknown: string[] = [];
  let result = '';
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf('$', at);
    if (dollar === -1) break;
    result += text.slice(at, dollar);
    if (text[dollar + 1] === '$') {
      result += '$';
      at = dollar + 2;
    } else if (text[dollar + 1] === '{') {
      const end = closingBrace(text, dollar + 2);
      result += substitute(text.slice(dollar + 2, end), lookup, unknown, level);
      at = end + 1;
    } else {
      const name = nameAt(text, dollar + 1);
      if (name === '') throw new InterpolationError(loneDollar());
      result += valueOf(name, lookup, unknown);
      at = dollar + 1 + name.length;
    }
  }
  return { text: result + text.slice(at), unknown };
}

function substitute(body: string, lookup: Lookup, unknown: string[], level: number): string {
  const name = nameAt(body, 0);
  const operator = /^(:?[-?+])?/.exec(body.slice(name.length))?.[0] ?? '';
  const rest = body.slice(name.length + operator.length);
  if (name === '' || (operator === '' && rest !== '')) {
    throw new InterpolationError(
      `\`\${${body}}\` is no variable: a name has letters, digits and \`_\`, and only \`:-\`, \`-\`, \`:?\`, \`?\`, \`:+\` or \`+\` may follow it.`,
    );
  }
  const value = lookup(name);
  const set = value !== undefined && (value !== '' || !operator.startsWith(':'));
  switch (operator.at(-1)) {
    case '-':
      return set ? value : nested(rest, lookup, unknown, level);
    case '+':
      return set ? nested(rest, lookup, unknown, level) : '';
    default:
      return valueOf(name, lookup, unknown);
  }
}

function nested(text: string, lookup: Lookup, unknown: string[], level: number): string {
  const result = interpolate(text, lookup, level + 1);
  unknown.push(...result.unknown);
  return result.text;
}

function valueOf(name: string, lookup: Lookup, unknown: string[]): string {
  const value = lookup(name);
  if (value === undefined) unknown.push(name);
  return value ?? '';
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0] ?? '';
}

function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '$' && text[at + 1] === '{') {
      depth++;
      at++;
    } else if (text[at] === '}' && --depth === 0) return at;
  }
  throw new InterpolationError('This `${` is never closed. Add a `}`, or write `$$` for a dollar sign.');
}

function loneDollar(): string {
  return 'Compose reads `$` as the start of a variable, and no name follows. Write `$$` for a dollar sign.';
}

/**
 * Fills in the variables of every value of a tree; keys stay as they are, as in Compose.
 *
 * @param refuse - is told of values that Compose would refuse; they stay as written.
 */
export function interpolateTree(
  node: ComposeNode,
  lookup: Lookup,
  refuse: (node: ScalarNode, message: string) => void,
): ComposeNode {
  switch (node.kind) {
    case 'scalar':
      return interpolateScalar(node, lookup, refuse);
    case 'sequence':
      return { ...node, items: node.items.map((item) => interpolateTree(item, lookup, refuse)) };
    case 'mapping': {
      const entries = new Map<string, MappingEntry>();
      for (const [name, entry] of node.entries) {
        entries.set(name, { ...entry, value: interpolateTree(entry.value, lookup, refuse) });
      }
      return { ...node, entries };
    }
  }
}

function interpolateScalar(
  node: ScalarNode,
  lookup: Lookup,
  refuse: (node: ScalarNode, message: string) => void,
): ScalarNode {
  if (typeof node.value !== 'string' || !node.value.includes('$')) return node;
  try {
    const { text, unknown } = interpolate(node.value, lookup);
    if (unknown.length > 0) return { ...node, text, value: text, unknown };
    return { ...node, text, value: node.plain ? resolvePlain(text) : text };
  } catch (error) {
    if (!(error instanceof InterpolationError)) throw error;
    refuse(node, error.message);
    return { ...node, unknown: ['?'] };
  }
}
