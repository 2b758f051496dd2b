/** One JSON Schema of the Compose specification, in the keywords that it uses. */
export interface Schema {
  ref?: string;
  type?: readonly JsonType[];
  description?: string;
  deprecated?: boolean;
  properties?: Readonly<Record<string, Schema>>;
  patternProperties?: Readonly<Record<string, Schema>>;
  /** Only ever false: no keys but the ones named. */
  additionalProperties?: false;
  required?: readonly string[];
  items?: Schema;
  uniqueItems?: true;
  oneOf?: readonly Schema[];
  enum?: readonly string[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

export interface SchemaTable {
  root: Schema;
  definitions: Readonly<Record<string, Schema>>;
}

const patterns = new Map<string, RegExp>();

/** A pattern of the schema as a regular expression; patterns are not anchored unless they say so. */
export function pattern(source: string): RegExp {
  let expression = patterns.get(source);
  if (!expression) {
    expression = new RegExp(source, 'u');
    patterns.set(source, expression);
  }
  return expression;
}

/** The schema that `schema` refers to, or itself; a description beside the reference wins. */
export function resolve(table: SchemaTable, schema: Schema): Schema {
  if (schema.ref === undefined) return schema;
  const target = table.definitions[schema.ref];
  if (!target) throw new Error(`The schema has no definition ${schema.ref}`);
  return resolve(table, target);
}
