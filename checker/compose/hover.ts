import type { Range } from '../types.ts';
import { lineParts, type Path, pathAt, schemasAt } from './cursor.ts';
import { noteAt } from './notes.ts';
import type { Schema } from './schema.ts';

/** What the editor shows at a key. */
export interface Hover {
  /** `services.web.ports`. */
  path: string;
  range: Range;
  /** The specification's sentence and our note, without markup except code in backticks. */
  text: string;
  /** `text, a list`, allowed values. */
  accepts: string;
}

/**
 * What is to be known of the key at a position, or of the key whose value the position is in; null where there
 * is none that Compose knows.
 *
 * @param line - 1-based, as is `column` (UTF-16 units).
 */
export function hoverAt(text: string, line: number, column: number): Hover | null {
  const lines = text.split(/\r?\n/);
  const parts = lineParts(lines[line - 1] ?? '');
  if (!parts || parts.key === undefined || parts.valueColumn === undefined || column - 1 < parts.column)
    return null;
  const path = [...pathAt(lines, line - 1, parts.column), parts.key];
  const schemas = schemasAt(path);
  const [first] = schemas;
  const note = noteAt(path);
  if (!first || (note === undefined && !isNamed(path))) return null;
  const sentence = first.description;
  return {
    path: path.join('.').replaceAll('.[]', '[]'),
    range: {
      startLine: line,
      startColumn: parts.column + 1,
      endLine: line,
      endColumn: parts.column + parts.key.length + 1,
    },
    text: [sentence, note].filter((part) => part !== undefined && part !== '').join(' '),
    accepts: acceptedBy(schemas),
  };
}

/** Whether the last key is one of the specification's, not a name of the user's. */
function isNamed(path: Path): boolean {
  const parents = schemasAt(path.slice(0, -1));
  return parents.some(
    ({ properties }) => properties !== undefined && Object.hasOwn(properties, path.at(-1) as string),
  );
}

const typeNames = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'nothing',
} as const;

function acceptedBy(schemas: readonly Schema[]): string {
  const values = schemas.flatMap((schema) => schema.enum ?? []);
  if (values.length > 0) return values.join(', ');
  const types = new Set(schemas.flatMap((schema) => schema.type ?? []));
  return [...types].map((type) => typeNames[type]).join(', or ');
}
