import { csvFields } from './csv.ts';
import { goBoolean } from './directives.ts';
import { quote, RefusalError } from './refusal.ts';
import { didYouMean } from './suggest.ts';
import type { Mount, MountType, Word } from './types.ts';

/** `RUN --mount=`. https://docs.docker.com/reference/dockerfile/#run---mount */

const TYPES: readonly string[] = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const SHARING: readonly string[] = ['shared', 'private', 'locked'];
const KEYS = [
  ...[
    'type',
    'from',
    'source',
    'target',
    'readonly',
    'id',
    'sharing',
    'required',
    'size',
    'mode',
    'uid',
    'gid',
  ],
  ...['src', 'dst', 'destination', 'ro', 'rw', 'readwrite', 'env'],
];

/**
 * What BuildKit refuses before it expands variables: broken CSV, and a variable in `from`.
 * @throws RefusalError
 */
export function checkMountSyntax(value: string): void {
  for (const field of mountFields(value)) {
    const [key, setting] = cut(field);
    if (key !== 'from' || setting === null) continue;
    const dollar = setting.indexOf('$');
    if (dollar !== -1 && dollar !== setting.length - 1) {
      throw new RefusalError(
        "'from' doesn't support variable expansion, define alias stage instead",
        'Add `FROM ${NAME} AS alias` before this stage and write from=alias.',
      );
    }
  }
}

/**
 * Reads a mount.
 * @param expand - replaces variables in a value.
 * @throws RefusalError for what BuildKit refuses.
 */
export function parseMount(word: Word, expand: (text: string) => string): Mount {
  const mount: Mount = {
    type: 'bind',
    source: null,
    target: null,
    from: null,
    id: null,
    env: null,
    readOnly: null,
    required: false,
    sharing: null,
    mode: null,
    uid: null,
    gid: null,
    size: null,
    range: word.range,
  };
  for (const field of mountFields(word.text)) {
    const [key, setting] = cut(field);
    if (setting === null) setBare(mount, key, field);
    else setValue(mount, key, expand(setting), field);
  }
  checkTogether(mount);
  if (mount.readOnly === null) mount.readOnly = mount.type !== 'cache' && mount.type !== 'tmpfs';
  return mount;
}

function mountFields(value: string): string[] {
  try {
    return csvFields(value);
  } catch (error) {
    if (error instanceof RefusalError) throw new RefusalError(`failed to parse csv mounts: ${error.message}`);
    throw error;
  }
}

function cut(field: string): [key: string, setting: string | null] {
  const split = field.indexOf('=');
  return split === -1
    ? [field.toLowerCase(), null]
    : [field.slice(0, split).toLowerCase(), field.slice(split + 1)];
}

function setBare(mount: Mount, key: string, field: string): void {
  if (key === 'readonly' || key === 'ro') mount.readOnly = true;
  else if (key === 'readwrite' || key === 'rw') mount.readOnly = false;
  else if (key === 'required') {
    if (mount.type !== 'secret' && mount.type !== 'ssh') throw unexpected(key, mount.type);
    mount.required = true;
  } else throw new RefusalError(`invalid field '${field}' must be a key=value pair`);
}

function setValue(mount: Mount, key: string, value: string, field: string): void {
  switch (key) {
    case 'type': {
      const type = value.toLowerCase();
      if (!TYPES.includes(type)) {
        throw new RefusalError(`unsupported mount type ${quote(value)}${didYouMean(value, TYPES)}`);
      }
      mount.type = type as MountType;
      break;
    }
    case 'from':
      mount.from = value;
      break;
    case 'source':
    case 'src':
      mount.source = value;
      break;
    case 'target':
    case 'dst':
    case 'destination':
      mount.target = value;
      break;
    case 'readonly':
    case 'ro':
      mount.readOnly = boolean(key, value);
      break;
    case 'readwrite':
    case 'rw':
      mount.readOnly = !boolean(key, value);
      break;
    case 'required':
      if (mount.type !== 'secret' && mount.type !== 'ssh') throw unexpected(key, mount.type);
      mount.required = boolean(key, value);
      break;
    case 'size':
      if (mount.type !== 'tmpfs') throw unexpected(key, mount.type);
      mount.size = bytes(key, value);
      break;
    case 'id':
      mount.id = value;
      break;
    case 'sharing': {
      const sharing = value.toLowerCase();
      if (!SHARING.includes(sharing)) {
        throw new RefusalError(`unsupported sharing value ${quote(value)}${didYouMean(value, SHARING)}`);
      }
      mount.sharing = sharing as Mount['sharing'];
      break;
    }
    case 'mode':
      mount.mode = unsigned(key, value, 8);
      break;
    case 'uid':
      mount.uid = unsigned(key, value, 10);
      break;
    case 'gid':
      mount.gid = unsigned(key, value, 10);
      break;
    case 'env':
      mount.env = value;
      break;
    default:
      throw new RefusalError(`unexpected key '${key}' in '${field}'${didYouMean(key, KEYS)}`);
  }
}

function checkTogether(mount: Mount): void {
  const { type } = mount;
  if (type === 'bind' || type === 'tmpfs') {
    for (const key of ['mode', 'uid', 'gid'] as const) {
      if (mount[key] !== null) throw new RefusalError(`${key} not allowed for ${quote(type)} type mounts`);
    }
  }
  if (type === 'secret') {
    if (mount.from) throw new RefusalError('secret mount should not have a from');
    if (mount.sharing) throw new RefusalError('secret mount should not define sharing');
    if (!mount.source && !mount.target && !mount.id) {
      throw new RefusalError(
        'invalid secret mount. one of source, target required',
        'Give the secret an id: id=name.',
      );
    }
    if (mount.source && mount.id) throw new RefusalError("both source and id can't be set");
  }
  if (mount.sharing && type !== 'cache')
    throw new RefusalError(`invalid cache sharing set for ${type} mount`);
}

function unexpected(key: string, type: MountType): RefusalError {
  return new RefusalError(
    `unexpected key '${key}' for mount type '${type}'`,
    `Write type= before ${key}, or leave ${key} out.`,
  );
}

function boolean(key: string, value: string): boolean {
  const result = goBoolean(value);
  if (result === null) throw new RefusalError(`invalid value for ${key}: ${value}`);
  return result;
}

function unsigned(key: string, value: string, base: 8 | 10): number {
  const number = (base === 8 ? /^[0-7]+$/ : /^\d+$/).test(value) ? Number.parseInt(value, base) : Number.NaN;
  if (!(number <= 0xffffffff)) throw new RefusalError(`invalid value ${value} for ${key}`);
  return number;
}

const POWERS = 'bkmgtp';

/** Docker's sizes: `64m`, `1.5 GiB`; the units are powers of 1024. */
function bytes(key: string, value: string): number {
  const match = /^(\d+(?:\.\d+)?) ?(?:([kmgtp])?(?:i?b)?|b)?$/i.exec(value);
  if (!match) throw new RefusalError(`invalid value for ${key}: ${value}`);
  return Math.trunc(Number(match[1]) * 1024 ** Math.max(0, POWERS.indexOf((match[2] ?? 'b').toLowerCase())));
}
