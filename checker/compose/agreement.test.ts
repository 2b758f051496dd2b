import { readdirSync, readFileSync } from 'node:fs';
import Ajv, { type ErrorObject } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { specificationSchema } from '../../scripts/lib/compose-specification.ts';
import { judgeCompose } from './judge.ts';
import { readCompose } from './read.ts';
import { composeSchema } from './schema.generated.ts';
import type { Schema } from './schema.ts';
import type { ComposeNode } from './types.ts';
import { validate } from './validate.ts';

/*
 * Our validator walks a table that is made of the specification's schema. Here a full JSON Schema compiler reads
 * the schema itself, and both must say the same of every document: whether it is taken, and where it is wrong.
 */

const { $schema: _dialect, ...specification } = specificationSchema();
const reference = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(specification);

/** The places that the compiler finds wrong, in our notation. */
function placesByReference(value: unknown): string[] {
  if (reference(value)) return [];
  return (reference.errors ?? []).map((error) => placeOf(error, value));
}

function placeOf({ instancePath, keyword, params }: ErrorObject, document: unknown): string {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (keyword === 'additionalProperties') steps.push(params.additionalProperty);
  let place = '';
  let value = document;
  for (const step of steps) {
    place += Array.isArray(value) ? `[${step}]` : place === '' ? step : `.${step}`;
    value = (value as Record<string, unknown> | undefined)?.[step];
  }
  return keyword === 'uniqueItems' ? `${place}[]` : place;
}

/** Of items that stand twice the compiler names another pair than we do. */
const comparable = (place: string, message: string) =>
  message.startsWith('This entry stands twice') ? place.replace(/\[\d+\]$/, '[]') : place;

function expectAgreement(value: unknown, root: ComposeNode): boolean {
  const violations = validate(root);
  const places = placesByReference(value);
  expect({ value, accepted: violations.length === 0 }).toEqual({ value, accepted: places.length === 0 });
  for (const { path, message } of violations) {
    const place = comparable(path, message);
    // The compiler does not look for items that stand twice in a list that it has refused already.
    if (place.endsWith('[]') && places.some((one) => one.startsWith(place.slice(0, -2)))) continue;
    if (!places.includes(place)) {
      expect({ value, path }).toEqual({ value, path: `one of ${places.join(', ')}` });
    }
  }
  return places.length === 0;
}

function rootOf(value: unknown): ComposeNode | undefined {
  const { roots, problems } = readCompose(JSON.stringify(value), 'compose.yaml');
  return problems.length > 0 ? undefined : roots[0];
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

it('says the same of documents that are made from the schema', () => {
  let accepted = 0;
  fc.assert(
    fc.property(documents(), (value) => {
      const root = rootOf(value);
      if (!root) return;
      expect(toJson(root)).toEqual(value);
      if (expectAgreement(value, root)) accepted++;
    }),
    { numRuns: 3000, seed: 5 },
  );
  // Both verdicts must occur often, or the comparison shows nothing.
  expect(accepted).toBeGreaterThan(200);
  expect(accepted).toBeLessThan(2800);
});

const folder = new URL('./testing/public/', import.meta.url);
const publicFiles = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}));

/** What another reader of YAML makes of a file: the plain values of its documents. */
function plainDocuments(text: string): unknown[] {
  return parseAllDocuments(text, { merge: true, logLevel: 'silent' }).map((document) => document.toJS());
}

describe('files in the manner of public projects', () => {
  it.each(publicFiles)('$name is taken or refused as the specification has it', ({ name, text }) => {
    const places = plainDocuments(text).flatMap(placesByReference);
    const { refused, diagnostics } = judgeCompose([{ path: name, text }]);
    expect(refused === null).toBe(places.length === 0);
    expect(refused === null).toBe(!name.startsWith('refused-'));
    if (refused === null) return;
    for (const { path, message } of diagnostics) expect(places).toContain(comparable(path ?? '', message));
  });

  it('says the same of them when something in them is changed', () => {
    const random = generator(7);
    const documents = publicFiles.flatMap(({ text }) => plainDocuments(text));
    let accepted = 0;
    const runs = 6000;
    for (let run = 0; run < runs; run++) {
      const value = structuredClone(documents[run % documents.length]);
      for (let times = random(3); times >= 0; times--) mutate(value, random);
      const root = rootOf(value);
      if (root && expectAgreement(value, root)) accepted++;
    }
    expect(accepted).toBeGreaterThan(runs / 10);
    expect(accepted).toBeLessThan((runs * 9) / 10);
  });
});

it('what a repair puts right is put right', () => {
  const text =
    'version: 3.8\nservices:\n  web:\n    imgae: nginx\n    user: 1000\n    enviroment: {A: b}\n    command: [sleep, 10]\n';
  const { diagnostics } = judgeCompose([{ path: 'compose.yaml', text }]);
  const lines = text.split('\n');
  for (const { fix } of diagnostics) {
    const edit = fix?.edits[0];
    if (!edit) continue;
    const { startLine, startColumn, endColumn } = edit.range;
    const line = lines[startLine - 1] as string;
    lines[startLine - 1] = line.slice(0, startColumn - 1) + edit.text + line.slice(endColumn - 1);
  }
  expect(lines.join('\n')).toBe(
    'version: "3.8"\nservices:\n  web:\n    image: nginx\n    user: "1000"\n    environment: {A: b}\n    command: [sleep, "10"]\n',
  );
});

it('offers no repair that would make a key stand twice', () => {
  const text = 'services:\n  web:\n    image: nginx\n    imgae: nginx\n';
  expect(judgeCompose([{ path: 'compose.yaml', text }]).diagnostics).toMatchObject([
    { path: 'services.web.imgae' },
  ]);
  expect(judgeCompose([{ path: 'compose.yaml', text }]).diagnostics[0]?.fix).toBeUndefined();
});

/** Whole numbers below a limit, the same ones in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const strangers: unknown[] = [
  'x',
  '',
  'all',
  'private',
  'always',
  '1',
  0,
  1,
  -1,
  1.5,
  5000,
  true,
  false,
  null,
  [],
  {},
  [1],
  ['a'],
  ['a', 'a'],
  { a: 1 },
  { name: 'x' },
  [null],
  [{}],
  { target: 80 },
];
const keys = [
  'x-note',
  'name',
  'imgae',
  'ports',
  'Volumes',
  'extends',
  'a b',
  'external',
  'condition',
  'target',
];

/** Changes one place of a document: another value, a key more, less or misspelled, an item twice. */
function mutate(document: unknown, random: (below: number) => number): void {
  const collections: (Record<string, unknown> | unknown[])[] = [];
  const collect = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    collections.push(value as Record<string, unknown>);
    for (const child of Object.values(value)) collect(child);
  };
  collect(document);
  const target = collections[random(collections.length)];
  if (!target) return;
  const stranger = () => structuredClone(strangers[random(strangers.length)]);
  if (Array.isArray(target)) {
    const index = random(target.length + 1);
    const edits = [
      () => target.splice(index, 1),
      () => target.splice(index, 0, stranger()),
      () => target.splice(index, 1, stranger()),
      () => target.push(structuredClone(target[index] ?? 'x')),
    ];
    edits[random(edits.length)]?.();
    return;
  }
  const names = Object.keys(target);
  const name = names[random(names.length)];
  const added = () => {
    target[keys[random(keys.length)] as string] = stranger();
  };
  if (name === undefined) return added();
  const edits = [
    added,
    () => {
      target[name] = stranger();
    },
    () => {
      delete target[name];
    },
    () => {
      target[`${name}s`] = target[name];
      delete target[name];
    },
    () => {
      target[name] = [target[name]];
    },
  ];
  edits[random(edits.length)]?.();
}
