import { readFileSync } from 'node:fs';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/**
 * The Compose specification's JSON Schema (Apache License 2.0, https://github.com/compose-spec/compose-spec), as the
 * package dclint carries it, brought up to date: that copy is of June 2025. Each amendment names where it stands in
 * the documentation and which release brought it.
 */
export function specificationSchema(): JsonObject {
  const path = new URL('../../node_modules/dclint/schemas/compose.schema.json', import.meta.url);
  const schema = JSON.parse(readFileSync(path, 'utf8')) as JsonObject;
  for (const { at, amend } of amendments) amend(objectAt(schema, at));
  return schema;
}

/** What later releases of Docker Compose made of the object at a path. */
const amendments: { at: string[]; amend: (object: JsonObject) => void }[] = [
  {
    // https://docs.docker.com/reference/compose-file/build/#provenance (Docker Compose 2.39.0), and
    // https://docs.docker.com/reference/compose-file/build/#no_cache_filter (Docker Compose 5.0.0)
    at: ['definitions', 'service', 'properties', 'build', 'oneOf', '1', 'properties'],
    amend: addKeys({
      provenance: { type: ['string', 'boolean'], description: 'Add a provenance attestation to the image.' },
      sbom: { type: ['string', 'boolean'], description: 'Add a software bill of materials to the image.' },
      no_cache_filter: {
        $ref: '#/definitions/string_or_list',
        description: 'Build these stages without the cache.',
      },
    }),
  },
  {
    // https://docs.docker.com/reference/compose-file/develop/#initial_sync (Docker Compose 2.39.4)
    at: ['definitions', 'development', 'properties', 'watch', 'items', 'properties'],
    amend: addKeys({
      initial_sync: {
        type: 'boolean',
        description: 'Bring the files in the container up to date when watching starts.',
      },
    }),
  },
  {
    // A model without variables of its own names: https://docs.docker.com/ai/compose/models-and-compose/
    at: ['definitions', 'service', 'properties', 'models', 'oneOf', '1', 'patternProperties'],
    amend(patterns) {
      for (const [pattern, model] of Object.entries(patterns)) {
        patterns[pattern] = { oneOf: [model, { type: 'null' }] };
      }
    },
  },
  {
    // https://docs.docker.com/compose/how-tos/init-containers/ (Docker Compose 5.3.0)
    at: ['definitions', 'service', 'properties'],
    amend: addKeys({
      pre_start: {
        type: 'array',
        items: { $ref: '#/definitions/pre_start_hook' },
        description:
          'Init containers: each runs to completion, in order, before the service starts. A failure keeps the service from starting.',
      },
    }),
  },
  {
    at: ['definitions'],
    amend: addKeys({
      pre_start_hook: {
        type: 'object',
        description: 'One init container of a service.',
        properties: {
          command: { $ref: '#/definitions/command', description: 'Command to run in the init container.' },
          image: {
            type: 'string',
            description: "Image of the init container. The service's own by default.",
          },
          user: { type: 'string', description: 'User to run the command as.' },
          privileged: {
            type: ['boolean', 'string'],
            description: 'Run the command with extended privileges.',
          },
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
    }),
  },
];

/** Adds keys that the packaged copy does not have; those that it has by now win. */
function addKeys(keys: JsonObject): (object: JsonObject) => void {
  return (object) => {
    for (const [name, schema] of Object.entries(keys)) object[name] ??= schema;
  };
}

function objectAt(schema: JsonObject, path: readonly string[]): JsonObject {
  return path.reduce((object, step) => object[step] as JsonObject, schema);
}
