import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCompose } from './read.ts';
import { composeSchema } from './schema.generated.ts';
import type { Schema } from './schema.ts';
import type { ComposeNode } from './types.ts';
import { validate } from './validate.ts';

function violations(text: string): { path: string; message: string; line: number }[] {
  const { roots, problems } = readCompose(text, 'compose.yaml');
  expect(problems).toEqual([]);
  return roots.flatMap((root) =>
    validate(root).map(({ path, message, place }) => ({
      path,
      message,
      line: place.file.index.position(place.start).line,
    })),
  );
}

describe('the place of a violation is named', () => {
  it.each([
    ['services:\n  web:\n    image: nginx\n    ports:\n      - [80]\n', 'services.web.ports[0]', 5],
    ['services:\n  web:\n    imgae: nginx\n', 'services.web.imgae', 3],
    ['services:\n  web:\n    image: nginx\n    ports: 80\n', 'services.web.ports', 4],
    ['services:\n  web:\n    image: nginx\n    ports:\n', 'services.web.ports', 4],
    [
      'services:\n  web:\n    image: nginx\n    depends_on:\n      db:\n        restart: true\n',
      'services.web.depends_on.db',
      6,
    ],
    [
      'services:\n  web:\n    image: nginx\n    deploy:\n      resources:\n        limits:\n          memory: 512\n',
      'services.web.deploy.resources.limits.memory',
      7,
    ],
    ['services:\n  web:\n', 'services.web', 2],
    ['web:\n  image: nginx\n', 'web', 1],
    ['version: 3\n', 'version', 1],
    ['services:\n  web:\n    ports: ["80", "80"]\n', 'services.web.ports[1]', 3],
    ['services:\n  web:\n    environment:\n      1: x\n', 'services.web.environment.1', 4],
    ['services:\n  web:\n    environment: [A=1, {B: 2}]\n', 'services.web.environment[1]', 3],
  ])('%j', (text, path, line) => {
    expect(violations(text).map((violation) => [violation.path, violation.line])).toEqual([[path, line]]);
  });
});

it('suggests the nearest known key', () => {
  expect(violations('services:\n  web:\n    enviroment: {}\n')[0]?.message).toContain('`environment`');
  expect(violations('service:\n  web: {}\n')[0]?.message).toContain('`services`');
  expect(violations('services:\n  web:\n    image: a\nports: []\n')[0]?.message).toContain(
    'belongs to a service',
  );
});

it('lists the allowed values', () => {
  const text = 'services:\n  a:\n    develop:\n      watch:\n        - path: .\n          action: copy\n';
  expect(violations(text)[0]?.message).toContain('rebuild, sync, restart, sync+restart, sync+exec');
});

it('knows the keys of the newest releases', () => {
  expect(
    violations(`
services:
  web:
    build: {context: ., provenance: true, sbom: "true"}
    gpus: all
    use_api_socket: true
    models: [llm]
    pre_start: [{command: ./migrate, image: busybox, per_replica: false}]
    post_start: [{command: ./warm-up}]
    pre_stop: [{command: [./drain]}]
    develop:
      watch: [{path: src, action: sync+exec, target: /app, initial_sync: true, exec: {command: make}}]
    env_file: [{path: .env, required: false, format: raw}]
    provider: {type: cloud, options: {size: 1}}
models: {llm: {model: ai/smollm2}}
configs: {app: {content: hello}}
`),
  ).toEqual([]);
});

/** The schema as JSON Schema again, for a validator that is not ours. */
function toJsonSchema(schema: Schema): Record<string, unknown> {
  const {
    ref,
    properties,
    patternProperties,
    items,
    oneOf,
    description: _,
    deprecated: __,
    ...rest
  } = schema;
  if (ref !== undefined) return { $ref: `#/definitions/${ref}` };
  const all = (children: Readonly<Record<string, Schema>>) =>
    Object.fromEntries(Object.entries(children).map(([name, child]) => [name, toJsonSchema(child)]));
  return {
    ...rest,
    ...(properties && { properties: all(properties) }),
    ...(patternProperties && { patternProperties: all(patternProperties) }),
    ...(items && { items: toJsonSchema(items) }),
    ...(oneOf && { oneOf: oneOf.map(toJsonSchema) }),
  };
}

function toJson(node: ComposeNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(toJson);
  return Object.fromEntries([...node.entries].map(([name, { value }]) => [name, toJson(value)]));
}

/** Values that Compose files are made of, right and wrong, guided by the schema so that they go deep. */
function documents(): fc.Arbitrary<unknown> {
  const scalar = fc.constantFrom<unknown>(
    'x',
    '80',
    '8080:80',
    '',
    'all',
    'bind',
    'z',
    'sync',
    'service_healthy',
    '${X}',
    'always',
    0,
    1,
    -1,
    80,
    1.5,
    101,
    2000,
    true,
    false,
    null,
  );
  const wild = fc.oneof(
    scalar,
    fc.array(scalar, { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'x-y', 'name'), scalar),
  );
  const build = (reference: Schema, depth: number): fc.Arbitrary<unknown> => {
    const schema =
      reference.ref === undefined ? reference : (composeSchema.definitions[reference.ref] as Schema);
    if (depth > 9) return scalar;
    const choices: fc.Arbitrary<unknown>[] = (schema.oneOf ?? []).map((branch) => build(branch, depth));
    if (schema.enum) choices.push(fc.constantFrom<unknown>(...schema.enum));
    for (const type of schema.type ?? []) {
      if (type === 'array') {
        choices.push(fc.array(schema.items ? build(schema.items, depth + 1) : scalar, { maxLength: 3 }));
      } else if (type === 'object') {
        const keys: [string, Schema][] = [
          ...Object.entries(schema.properties ?? {}),
          ...Object.values(schema.patternProperties ?? {}).flatMap((child): [string, Schema][] => [
            ['web', child],
            ['db', child],
          ]),
        ];
        const picks = fc.subarray(keys, { maxLength: Math.min(4, keys.length) });
        choices.push(
          picks.chain((chosen) => {
            const required = keys.filter(([name]) => schema.required?.includes(name));
            const members = new Map([...required, ...chosen]);
            return fc.record(
              Object.fromEntries([...members].map(([name, child]) => [name, build(child, depth + 1)])),
              {
                noNullPrototype: true,
              },
            );
          }),
        );
        choices.push(fc.dictionary(fc.constantFrom('x-note', 'unknown', 'web'), scalar, { maxKeys: 2 }));
      } else if (type === 'string') choices.push(fc.constantFrom('x', 'web', '80', 'always'));
      else if (type === 'null') choices.push(fc.constant(null));
      else if (type === 'boolean') choices.push(fc.boolean());
      else choices.push(fc.constantFrom(0, 1, 80, 1.5));
    }
    const right = choices.length > 0 ? fc.oneof(...choices) : scalar;
    return fc.oneof({ weight: 25, arbitrary: right }, { weight: 1, arbitrary: wild });
  };
  return build(composeSchema.root, 0);
}

describe('agreement with a full JSON Schema validator', () => {
  let reference: (value: unknown) => boolean;

  beforeAll(async () => {
    const { default: Ajv } = (await import('ajv')) as unknown as {
      default: new (options: object) => { compile(schema: object): (value: unknown) => boolean };
    };
    reference = new Ajv({ strict: false, validateFormats: false }).compile({
      ...toJsonSchema(composeSchema.root),
      definitions: Object.fromEntries(
        Object.entries(composeSchema.definitions).map(([name, schema]) => [name, toJsonSchema(schema)]),
      ),
    });
  });

  it('accepts and refuses the same documents', () => {
    let accepted = 0;
    fc.assert(
      fc.property(documents(), (value) => {
        const { roots, problems } = readCompose(JSON.stringify(value), 'compose.yaml');
        if (problems.length > 0 || roots.length === 0) return;
        const root = roots[0] as ComposeNode;
        expect(toJson(root)).toEqual(value);
        const expected = reference(value);
        if (expected) accepted++;
        expect({ value, accepted: validate(root).length === 0 }).toEqual({ value, accepted: expected });
      }),
      { numRuns: 3000, seed: 5 },
    );
    // Both verdicts must occur often, or the comparison shows nothing.
    expect(accepted).toBeGreaterThan(200);
    expect(accepted).toBeLessThan(2800);
  });
});

it('carries every key of the packaged specification', () => {
  const packaged = JSON.parse(readFileSync('node_modules/dclint/schemas/compose.schema.json', 'utf8'));
  for (const name of Object.keys(packaged.definitions.service.properties)) {
    expect(composeSchema.definitions.service?.properties).toHaveProperty(name);
  }
});
