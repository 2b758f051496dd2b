import type { ContextEntry, Project } from './types.ts';

/**
 * Makes a project of a line of the protocol.
 * @throws Error with one clear line that names the field that is wrong.
 */
export function projectFromJsonLine(input: object): Project {
  const fields = input as Record<string, unknown>;
  const dockerfile = text(fields, 'dockerfile') ?? '';
  const dockerignore = text(fields, 'dockerignore');
  const target = text(fields, 'target');
  const buildArgs = textMap(fields, 'buildArgs');
  const secrets = textMap(fields, 'secrets');
  const files = new Map(contextEntries(fields.context));
  files.set('Dockerfile', { ...files.get('Dockerfile'), kind: 'file', content: dockerfile });
  if (dockerignore !== undefined) files.set('.dockerignore', { kind: 'file', content: dockerignore });
  return {
    files,
    contextKnown: fields.context !== undefined && fields.context !== null,
    dockerfile: 'Dockerfile',
    ...(buildArgs && { buildArgs }),
    ...(target && { target }),
    ...(secrets && { secrets }),
  };
}

function text(fields: Record<string, unknown>, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new Error(`"${name}" must be a string`);
  return value;
}

function textMap(fields: Record<string, unknown>, name: string): Record<string, string> | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value))
    throw new Error(`"${name}" must be an object of strings`);
  for (const [key, one] of Object.entries(value)) {
    if (typeof one !== 'string') throw new Error(`"${name}.${key}" must be a string`);
  }
  return value as Record<string, string>;
}

/** The entries of a context by path, without `./` in front or a slash behind. */
export function contextEntries(value: unknown): [path: string, entry: ContextEntry][] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Error('"context" must be a list');
  return value.map((raw: unknown, index) => {
    const where = `"context[${index}]"`;
    if (typeof raw !== 'object' || raw === null) throw new Error(`${where} must be an object`);
    const fields = raw as Record<string, unknown>;
    if (typeof fields.path !== 'string' || fields.path === '') throw new Error(`${where} needs a "path"`);
    const path = fields.path.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
    return [path, entryOf(fields, where)];
  });
}

function entryOf(fields: Record<string, unknown>, where: string): ContextEntry {
  const mode = permissions(fields.mode, where);
  const mtime = number(fields, 'mtime', where);
  const common = { ...(mode !== undefined && { mode }), ...(mtime !== undefined && { mtime }) };
  if (fields.dir === true) return { kind: 'dir', ...common };
  if (typeof fields.symlink === 'string') {
    return { kind: 'symlink', target: fields.symlink, ...(mtime !== undefined && { mtime }) };
  }
  if (typeof fields.content === 'string') return { kind: 'file', content: fields.content, ...common };
  if (typeof fields.base64 === 'string')
    return { kind: 'file', content: decode(fields.base64, where), ...common };
  const size = number(fields, 'size', where);
  return { kind: 'file', ...(size !== undefined && { size }), ...common };
}

function number(fields: Record<string, unknown>, name: string, where: string): number | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw new Error(`${where} needs a number as "${name}"`);
  return value;
}

/** Permission bits as a number, or in octal as `chmod` takes them: `"0755"`. */
function permissions(value: unknown, where: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^[0-7]{3,5}$/.test(value)) return Number.parseInt(value, 8);
  throw new Error(`${where} needs a number or an octal string as "mode"`);
}

function decode(base64: string, where: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    throw new Error(`${where} needs valid base64`);
  }
}
