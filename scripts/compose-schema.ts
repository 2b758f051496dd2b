/**
 * Writes checker/compose/schema.generated.ts: the Compose specification's JSON Schema as a table that
 * checker/compose/validate.ts walks, so that no schema compiler is shipped.
 *
 * Run: npx tsx scripts/compose-schema.ts
 *
 * The schema is the Compose specification's own (Apache License 2.0, https://github.com/compose-spec/compose-spec),
 * taken from the package dclint, which carries it. What later releases of Docker Compose added stands in
 * `additions` below, each with the release that brought it.
 */
import { readFileSync, writeFileSync } from 'node:fs';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** Keys that the packaged copy does not have yet, by the path of the object that they belong to. */
const additions: { at: string[]; properties: JsonObject }[] = [
  {
    // https://docs.docker.com/reference/compose-file/build/#provenance (Docker Compose 2.39.0)
    at: ['definitions', 'service', 'properties', 'build', 'oneOf', '1'],
    properties: {
      provenance: { type: ['string', 'boolean'], description: 'Add a provenance attestation to the image.' },
      sbom: { type: ['string', 'boolean'], description: 'Add a software bill of materials to the image.' },
    },
  },
  {
    // https://docs.docker.com/reference/compose-file/develop/#initial_sync (Docker Compose 2.39.4)
    at: ['definitions', 'development', 'properties', 'watch', 'items'],
    properties: {
      initial_sync: {
        type: ['boolean', 'string'],
        description: 'Bring the files in the container up to date when watching starts.',
      },
    },
  },
  {
    // https://docs.docker.com/compose/how-tos/init-containers/ (Docker Compose 5.3.0)
    at: ['definitions', 'service'],
    properties: {
      pre_start: {
        type: 'array',
        items: { $ref: '#/definitions/pre_start_hook' },
        description:
          'Init containers: each runs to completion, in order, before the service starts. A failure keeps the service from starting.',
      },
    },
  },
];

const newDefinitions: JsonObject = {
  pre_start_hook: {
    type: 'object',
    description: 'One init container of a service.',
    properties: {
      command: { $ref: '#/definitions/command', description: 'Command to run in the init container.' },
      image: { type: 'string', description: "Image of the init container. The service's own by default." },
      user: { type: 'string', description: 'User to run the command as.' },
      privileged: { type: ['boolean', 'string'], description: 'Run the command with extended privileges.' },
      working_dir: { type: 'string', description: 'Working directory for the command.' },
      environment: {
        $ref: '#/definitions/list_or_dict',
        description: 'Environment variables for the command.',
      },
      per_replica: {
        type: ['boolean', 'string'],
        description: 'Whether the step runs for every replica. Only false is supported today.',
      },
    },
    additionalProperties: false,
    patternProperties: { '^x-': {} },
  },
};

/** Keywords that the validator knows, or that say nothing about validity. */
const known = new Set([
  '$ref',
  'additionalProperties',
  'default',
  'deprecated',
  'description',
  'enum',
  'items',
  'maximum',
  'minimum',
  'oneOf',
  'pattern',
  'patternProperties',
  'properties',
  'required',
  'type',
  'uniqueItems',
]);

const source = JSON.parse(
  readFileSync('node_modules/dclint/schemas/compose.schema.json', 'utf8'),
) as JsonObject;
for (const { at, properties } of additions) {
  let target: Json = source;
  for (const step of at) target = (target as JsonObject)[step] as Json;
  // A key that the packaged copy has by now wins over the addition.
  const object = target as JsonObject;
  object.properties = { ...properties, ...(object.properties as JsonObject) };
}
source.definitions = { ...newDefinitions, ...(source.definitions as JsonObject) };

const { $schema: _dialect, $id: _id, title: _title, definitions, ...root } = source;

function compact(schema: Json): JsonObject {
  const result: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema as JsonObject)) {
    if (!known.has(keyword)) throw new Error(`The validator does not know the keyword ${keyword}`);
    if (keyword === 'default' || (keyword === 'uniqueItems' && value === false)) continue;
    if (keyword === 'additionalProperties' && value !== false) {
      throw new Error('The validator knows additionalProperties only as false');
    }
    if (keyword === '$ref') result.ref = (value as string).replace('#/definitions/', '');
    else if (keyword === 'properties' || keyword === 'patternProperties') {
      result[keyword] = Object.fromEntries(
        Object.entries(value as JsonObject).map(([name, child]) => [name, compact(child)]),
      );
    } else if (keyword === 'items') result.items = compact(value);
    else if (keyword === 'oneOf') result.oneOf = (value as Json[]).map(compact);
    else if (keyword === 'type') result.type = Array.isArray(value) ? value : [value];
    else result[keyword] = value;
  }
  return result;
}

const table = {
  root: compact(root),
  definitions: Object.fromEntries(
    Object.entries(definitions as JsonObject).map(([name, child]) => [name, compact(child)]),
  ),
};

writeFileSync(
  'checker/compose/schema.generated.ts',
  `// Generated by scripts/compose-schema.ts: do not edit.
// The Compose specification's JSON Schema. Copyright The Compose Specification Authors, Apache License 2.0,
// https://github.com/compose-spec/compose-spec/blob/main/LICENSE
import type { SchemaTable } from './schema.ts';

export const composeSchema = ${JSON.stringify(table)} as unknown as SchemaTable;
`,
);
