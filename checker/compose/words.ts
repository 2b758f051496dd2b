import { nearest } from './nearest.ts';
import { composeSchema } from './schema.generated.ts';
import type { JsonType, Schema } from './schema.ts';
import type { ComposeNode } from './types.ts';

const typeNames: Record<JsonType, string> = {
  object: 'a mapping (keys and values)',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'nothing',
};

/** Says that a value is of the wrong kind, what it should be, and the likeliest slip behind it. */
export function describeWrongType(
  path: string,
  types: readonly JsonType[],
  schema: Schema | undefined,
  node: ComposeNode,
): string {
  const name = lastKey(path);
  const subject = name === '' ? 'A Compose file' : `\`${name}\``;
  const distinct = [...new Set(types)].filter((type) => type !== 'integer' || !types.includes('number'));
  const allowed = distinct.map((type) => typeNames[type]);
  const wanted =
    allowed.length > 1
      ? `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`
      : (allowed[0] ?? 'something else');
  const values = schema?.enum ? `, one of ${schema.enum.join(', ')}` : '';
  return `${subject} must be ${wanted}${values}, but ${describeValue(node)}.${slipped(path) ?? advice(types, node)}`;
}

function describeValue(node: ComposeNode): string {
  if (node.kind === 'mapping') return 'a mapping stands here';
  if (node.kind === 'sequence') return 'a list stands here';
  if (node.value === null) return 'nothing stands here';
  if (typeof node.value === 'string') return `\`${shortened(node.text)}\` is text`;
  return `\`${shortened(node.text)}\` is ${typeof node.value === 'number' ? 'a number' : 'true or false'}`;
}

/** A key of a service that stands among the services, or beside them: the indentation has slipped. */
function slipped(path: string): string | undefined {
  const name = /^services\.([^.[]+)$/.exec(path)?.[1];
  const keys = composeSchema.definitions.service?.properties ?? {};
  if (name === undefined || !Object.hasOwn(keys, name)) return undefined;
  return ` If it is meant as the key \`${name}\` of a service, indent it under that service.`;
}

function advice(types: readonly JsonType[], node: ComposeNode): string {
  if (node.kind === 'scalar') {
    if (node.value === null) return ' Give it a value, or remove the key.';
    if (types.includes('string')) return ' Put it in quotes.';
    if (types.includes('array') && !types.includes('object'))
      return ' Write each entry on a line of its own that starts with `- `.';
    if (types.includes('object') && typeof node.value === 'string' && /^\S+:\S/.test(node.value)) {
      return ' A colon needs a space behind it to make a key.';
    }
    if (typeof node.value === 'string' && !node.plain) return ' Remove the quotes.';
  }
  if (node.kind === 'sequence' && types.includes('object'))
    return ' Remove the dashes and write keys with values.';
  if (node.kind === 'mapping' && types.includes('string') && !types.includes('array')) {
    return ' A colon followed by a space made a mapping of it; put quotes around text that has one.';
  }
  if (node.kind === 'mapping' && types.includes('array')) return ' Start each entry with `- `.';
  return '';
}

/** The key that an unknown one was most likely meant for. */
export function meantKey(name: string, schema: Schema): string | undefined {
  return nearest(name, Object.keys(schema.properties ?? {}));
}

/** Says that a key is unknown, and which known one it may have been meant for. */
export function describeUnknownKey(path: string, name: string, schema: Schema): string {
  const known = Object.keys(schema.properties ?? {});
  const place = path === '' ? 'at the top of a Compose file' : `under \`${lastKey(path)}\``;
  if (known.length === 0)
    return `\`${name}\` is no name that Compose allows ${place}: use letters, digits, \`.\`, \`_\` and \`-\`.`;
  const close = meantKey(name, schema);
  if (close !== undefined) return `Compose knows no key \`${name}\` ${place}. Did you mean \`${close}\`?`;
  if (path === '') {
    const service = composeSchema.definitions.service?.properties ?? {};
    return Object.hasOwn(service, name)
      ? `\`${name}\` belongs to a service, not at the top of a Compose file. Indent it under a service.`
      : `Compose knows no key \`${name}\` at the top of a Compose file. Services stand under \`services:\`; the keys here are ${known.join(', ')}, and anything that starts with \`x-\`.`;
  }
  if (Object.hasOwn(composeSchema.root.properties ?? {}, name)) {
    return `\`${name}\` is not allowed ${place}. It stands at the top of the file; check the indentation.`;
  }
  const list = known.length <= 14 ? ` The keys here are ${known.join(', ')}.` : '';
  return `Compose knows no key \`${name}\` ${place}.${list}`;
}

function lastKey(path: string): string {
  return /[^.]*$/.exec(path)?.[0] ?? path;
}

function shortened(text: string): string {
  const line = text.split('\n')[0] as string;
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
