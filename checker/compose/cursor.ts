import { composeSchema } from './schema.generated.ts';
import { resolve, type Schema } from './schema.ts';
import { childSchemas } from './validate.ts';

/** A key, or `[]` for an entry of a list. */
export type Path = readonly string[];

const KEY = /^(["']?)([^\s"'#][^"'#]*?)\1\s*:(?=\s|$)/;

/** What stands on one line, as far as block style shows it. */
export interface LineParts {
  /** Columns (0-based) of the dashes in front. */
  dashes: readonly number[];
  /** Column of the first character behind indentation and dashes. */
  column: number;
  /** The key, when the line has one. */
  key?: string;
  /** Column behind the colon and the spaces that follow. */
  valueColumn?: number;
}

/** Takes one line apart; null for an empty line or a comment. */
export function lineParts(line: string): LineParts | null {
  let column = /^ */.exec(line)?.[0].length ?? 0;
  const dashes: number[] = [];
  for (;;) {
    const dash = /^-(?: +|$)/.exec(line.slice(column));
    if (!dash) break;
    dashes.push(column);
    column += dash[0].length;
  }
  const rest = line.slice(column);
  if (rest.startsWith('#') || (rest.trim() === '' && dashes.length === 0)) return null;
  const match = KEY.exec(rest);
  if (!match) return { dashes, column };
  const behind = /^\s*/.exec(rest.slice(match[0].length))?.[0].length ?? 0;
  return { dashes, column, key: match[2] as string, valueColumn: column + match[0].length + behind };
}

/**
 * The path of the mapping or list that something at `column` of a line belongs to, from indentation alone:
 * it works on text that is not YAML yet, as it is while somebody types.
 *
 * @param lineIndex - 0-based; the line's own dashes left of `column` count, its key does not.
 */
export function pathAt(lines: readonly string[], lineIndex: number, column: number): Path {
  const path: string[] = [];
  let limit = column;
  let afterDash = false;
  const takeDashes = (dashes: readonly number[]) => {
    for (const dash of dashes.toReversed()) {
      if (dash >= limit || (afterDash && dash >= limit - 1)) continue;
      path.unshift('[]');
      // A list may stand in the same column as its key.
      limit = dash + 1;
      afterDash = true;
    }
  };
  takeDashes(lineParts(lines[lineIndex] ?? '')?.dashes ?? []);
  for (let index = lineIndex - 1; index >= 0 && limit > 0; index--) {
    const parts = lineParts(lines[index] as string);
    if (!parts) continue;
    const first = parts.dashes[0] ?? parts.column;
    if (first >= limit) continue;
    if (parts.key !== undefined && parts.column < limit) {
      path.unshift(parts.key);
      limit = parts.column;
      afterDash = false;
    }
    takeDashes(parts.dashes);
  }
  return path;
}

/** Every schema that a value at `path` may follow, references resolved and choices spread out. */
export function schemasAt(path: Path): Schema[] {
  let current = spread([composeSchema.root]);
  for (const step of path) {
    const next = current.flatMap((schema) =>
      step === '[]' ? (schema.items ? [schema.items] : []) : childSchemas(schema, step),
    );
    current = spread(next);
  }
  return current;
}

function spread(schemas: readonly Schema[]): Schema[] {
  return schemas.flatMap((reference) => {
    const schema = resolve(composeSchema, reference);
    const described = reference.description ? { ...schema, description: reference.description } : schema;
    if (!schema.oneOf) return [described];
    return spread(schema.oneOf).map((branch) => ({
      ...branch,
      description: described.description ?? branch.description,
    }));
  });
}
