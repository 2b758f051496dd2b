import { parseReference } from '../../dockerfile/reference.ts';
import { DEFAULT_PATH } from '../../dockerfile/scope.ts';
import { identify } from '../identity.ts';
import { WorkTree } from '../tree.ts';
import type { Accounts, Distribution, Known, PortSpec, Presence } from '../types.ts';
import { accountsOf, NO_ACCOUNTS, UNKNOWN_ACCOUNTS } from './accounts.ts';
import { ALPINE_BASE, BUILDPACK_DEPS, BUSYBOX_BASE, DEBIAN_BASE, WELL_KNOWN } from './commands.ts';
import { DISTROLESS, DISTROLESS_USERS, FAMILIES, type Family, type Ground, type Variant } from './images.ts';

/** What is known of a base image before anything is built on it. */
export interface BaseImage {
  /** As it was asked for. */
  reference: string;
  /** Repository without registry: `python`, `distroless/static`. */
  name: string;
  distribution: Distribution;
  /** `trixie`, `3.22`; undefined where the tag does not settle it. */
  release: Known<string>;
  /** Bytes of all layers, uncompressed, linux/amd64. */
  bytes: Known<number>;
  /** Whether `bytes` was recorded for this very tag; else it is of the nearest one. */
  exact: boolean;
  env: ReadonlyMap<string, string>;
  workdir: string;
  user: string;
  entrypoint: readonly string[];
  cmd: readonly string[];
  ports: readonly PortSpec[];
  volumes: readonly string[];
  stopSignal: string;
  accounts: Accounts;
  files: WorkTree;
  /** Whether a program can be called by its bare name. */
  has(program: string): Presence;
}

interface Tag {
  text: string;
  version: string;
  kind: keyof Family['variants'];
  suite: Known<string>;
}

const SUITES = /^(buster|bullseye|bookworm|trixie|forky|sid|focal|jammy|noble|resolute)$/;
const cache = new Map<string, BaseImage | null>();

/** The base image that a reference names, or null where nothing is known of it. */
export function baseImage(reference: string): BaseImage | null {
  let image = cache.get(reference);
  if (image === undefined) {
    image = find(reference);
    cache.set(reference, image);
  }
  return image;
}

function find(reference: string): BaseImage | null {
  const { registry, path, tag } = parseReference(reference);
  if (registry === 'gcr.io' && path.startsWith('distroless/')) {
    return distroless(reference, path.slice('distroless/'.length), tag ?? 'latest');
  }
  if (registry === 'ghcr.io' && path === 'astral-sh/uv' && /^(latest|[\d.]+)$/.test(tag ?? 'latest'))
    return uvImage(reference);
  const official =
    registry === null ||
    registry === 'docker.io' ||
    registry === 'index.docker.io' ||
    registry === 'registry-1.docker.io'
      ? path.replace(/^library\//, '')
      : registry === 'public.ecr.aws' && path.startsWith('docker/library/')
        ? path.slice('docker/library/'.length)
        : null;
  const family = official === null || !Object.hasOwn(FAMILIES, official) ? undefined : FAMILIES[official];
  if (official === null || !family) return null;
  const read = readTag(tag ?? 'latest', family);
  const variant = read && family.variants[read.kind];
  return read && variant ? assemble(reference, official, family, variant, read) : null;
}

/** What a tag says; null where it has a word whose meaning is not known. */
function readTag(text: string, family: Family): Tag | null {
  const known = new Set((family.words ?? '').split(' '));
  let version = '';
  let kind: Tag['kind'] = 'full';
  let suite: Known<string>;
  for (const word of text.split('-')) {
    if (/^alpine(\d+\.\d+)?$/.test(word)) {
      kind = 'alpine';
      suite = word.slice('alpine'.length) || undefined;
    } else if (word === 'slim') kind = 'slim';
    else if (SUITES.test(word)) suite = word;
    else if (word === 'jre' && family.variants.jre) kind = kind === 'alpine' ? kind : 'jre';
    else if (known.has(word) || word === 'latest') version ||= word;
    else if (/^v?\d[\w.]*$/.test(word)) version ||= word;
    else if (/^\w+$/.test(word) && known.has(word.replace(/\d+$/, ''))) version ||= word;
    else return null;
  }
  // nginx has one slim variant, and it is Alpine's.
  const both = /alpine.*slim|slim.*alpine/.test(text);
  if (both) kind = 'slim';
  return { text, version: version || 'latest', kind, suite };
}

function assemble(reference: string, name: string, family: Family, variant: Variant, tag: Tag): BaseImage {
  const alpine = variant.ground === 'alpine';
  const release = tag.suite ?? (alpine ? undefined : defaultSuite(family, tag));
  const ground: Ground = variant.ground;
  const complete = family.partly !== true;
  const users = (alpine ? family.alpineUsers : undefined) ?? family.users ?? '';
  const own = name === 'ubuntu' && release === 'noble' ? 'ubuntu:1000:1000:/home/ubuntu' : users;
  const env = new Map<string, string>([['PATH', `${family.path ?? ''}${DEFAULT_PATH}`]]);
  for (const pair of (family.env ?? '').split(' ').filter((text) => text !== '')) {
    env.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  }
  const { bytes, exact } = sizeOf(family, tag);
  const minimal = ground === 'busybox' || ground === 'oracle';
  const entrypoint = variant.entrypoint ?? family.entrypoint ?? [];
  const cmd = variant.cmd ?? cmdOf(name, family, tag);
  const files = treeOf(reference, ground, family, own, complete);
  for (const program of [entrypoint[0], cmd[0], ...(PLACES[name] ?? '').split(' ')])
    putProgram(files, reference, program);
  return {
    reference,
    name,
    distribution: alpine
      ? 'alpine'
      : ground === 'busybox'
        ? 'busybox'
        : ground === 'oracle'
          ? 'unknown'
          : ground === 'ubuntu'
            ? 'ubuntu'
            : 'debian',
    release,
    bytes,
    exact,
    env,
    workdir: family.workdir ?? (name === 'php' ? '/var/www/html' : '/'),
    user: family.user ?? '',
    entrypoint,
    cmd,
    ports: parsePorts(
      name === 'php'
        ? /fpm/.test(tag.text)
          ? '9000/tcp'
          : /apache/.test(tag.text)
            ? '80/tcp'
            : ''
        : (family.ports ?? ''),
    ),
    volumes: (family.volumes ?? '').split(' ').filter((text) => text !== ''),
    stopSignal: family.stopSignal ?? '',
    accounts: minimal
      ? { ...UNKNOWN_ACCOUNTS, ...(own ? { users: accountsOf('minimal', own, false).users } : {}) }
      : accountsOf(alpine ? 'alpine' : 'debian', own, complete),
    files,
    has: presence(ground, release, variant, complete, [entrypoint[0] ?? '', cmd[0] ?? '']),
  };
}

function cmdOf(name: string, family: Family, tag: Tag): readonly string[] {
  if (name !== 'php') return family.cmd ?? [];
  if (/fpm/.test(tag.text)) return ['php-fpm'];
  return /apache/.test(tag.text) ? ['apache2-foreground'] : ['php', '-a'];
}

function defaultSuite(family: Family, { version }: Tag): Known<string> {
  for (const [key, suite] of Object.entries(family.suite ?? {})) {
    // `1` and `3` stand for the newest release only; `20` and `1.27` for all of theirs.
    const prefix = key.includes('.') || Number(key) >= 10;
    if (version === key || (prefix && version.startsWith(`${key}.`))) return suite;
  }
  return undefined;
}

function sizeOf(family: Family, tag: Tag): { bytes: Known<number>; exact: boolean } {
  let best: { mb: number; score: number } | undefined;
  for (const entry of family.sizes.split(' ').filter((text) => text !== '')) {
    const [, text = '', mb] = /^(.*)=([\d.]+)@/.exec(entry) ?? [];
    const other = readTag(text, family);
    if (!other || other.kind !== tag.kind) continue;
    if (text === tag.text) return { bytes: Math.round(Number(mb) * 1e6), exact: true };
    // The nearest version of the same kind; of two as near, the newer one, which stands later.
    const score = shared(other.version, tag.version) + (other.suite === tag.suite ? 0.5 : 0);
    if (!best || score >= best.score) best = { mb: Number(mb), score };
  }
  return { bytes: best && Math.round(best.mb * 1e6), exact: false };
}

/** How many leading parts two versions have in common. */
function shared(left: string, right: string): number {
  const mine = left.split('.');
  const theirs = right.split('.');
  let count = 0;
  while (count < mine.length && mine[count] === theirs[count]) count++;
  return count;
}

function parsePorts(text: string): PortSpec[] {
  return text
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [port, protocol] = entry.split('/');
      return { port: Number(port), protocol: protocol === 'udp' ? 'udp' : 'tcp' };
    });
}

const EMPTY_TOP = ['home', 'media', 'mnt', 'opt', 'srv'];
const FULL_TOP = ['bin', 'dev', 'etc', 'lib', 'proc', 'root', 'run', 'sbin', 'sys', 'usr', 'var'];

const SYSTEM_DIRS = [
  '/usr/local',
  '/usr/local/bin',
  '/usr/local/sbin',
  '/usr/local/lib',
  '/usr/local/share',
  '/usr/local/etc',
  '/usr/bin',
  '/usr/sbin',
  '/usr/lib',
  '/usr/share',
  '/usr/src',
  '/var/lib',
  '/var/cache',
  '/var/log',
  '/var/www',
  '/var/lib/apt',
  '/var/lib/apt/lists',
  '/var/cache/apt',
  '/var/cache/apk',
  '/etc/apt',
  '/etc/ssl',
];

/** The file system of an image as far as it is worth knowing: its top, the homes of its users, its own directories. */
function treeOf(
  reference: string,
  ground: Ground,
  family: Family | null,
  users: string,
  complete: boolean,
): WorkTree {
  const identity = identify('image', reference);
  const tree = complete ? WorkTree.empty() : WorkTree.unknown(identity);
  for (const name of FULL_TOP) tree.mkdir(`/${name}`);
  if (ground !== 'distroless') for (const path of SYSTEM_DIRS) tree.mkdir(path);
  tree.mkdir('/tmp', { uid: 0, gid: 0, mode: 0o1777 });
  tree.blur('/tmp', identity);
  for (const path of ['/var/tmp', '/run/lock']) tree.mkdir(path, { uid: 0, gid: 0, mode: 0o1777 });
  for (const name of EMPTY_TOP) tree.mkdir(`/${name}`);
  if (ground === 'slim' || ground === 'full' || ground === 'scm' || ground === 'ubuntu') {
    for (const name of ['boot', 'lib64']) tree.mkdir(`/${name}`);
    tree.blur('/lib64', identity);
  }
  // Of these some variants have the C library; only `static` and Alpine are certainly without glibc's loader.
  if (ground === 'busybox' || (ground === 'distroless' && !/distroless\/static/.test(reference))) {
    tree.mkdir('/lib64');
    tree.blur('/lib64', identity);
  }
  for (const dir of (family?.dirs ?? '').split(' ').filter((text) => text !== '')) {
    const [path = '', mode, owner] = dir.split(':');
    tree.mkdir(
      path,
      { uid: Number(owner), gid: Number(owner), mode: Number.parseInt(mode ?? '755', 8) },
      { uid: 0, gid: 0, mode: 0o755 },
    );
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/')))
      tree.blur(at, identify(identity, at));
  }
  for (const user of users.split(' ').filter((text) => text !== '')) {
    const [, uid, gid, home] = user.split(':');
    if (home?.startsWith('/home/')) {
      tree.mkdir(home, { uid: Number(uid), gid: Number(gid), mode: 0o755 }, { uid: 0, gid: 0, mode: 0o755 });
      if (!complete) tree.blur(home, identity);
    }
  }
  for (const path of [...SYSTEM_DIRS, ...FULL_TOP.map((name) => `/${name}`)]) {
    // Official images throw the package lists away.
    if (complete && path === '/var/lib/apt/lists') continue;
    if (tree.lookup(path).is === 'present') tree.blur(path, identify(identity, path));
  }
  const python = /^(?:.*\/)?python:(3(?:\.\d+)?)/.exec(reference)?.[1];
  if (python) {
    // Virtual environments link to it.
    putProgram(tree, reference, '/usr/local/bin/python3');
    const site = `/usr/local/lib/python${python}/site-packages`;
    tree.mkdir(site);
    tree.clear(site);
    // Before 3.12 setuptools and wheel came along; what else is there is pip and its own.
    for (const name of ['pip', 'setuptools', 'wheel'])
      tree.put(`${site}/${name}`, {
        kind: 'unknown',
        identity: identify(identity, name),
        uid: 0,
        gid: 0,
        mode: 0o755,
      });
  }
  return tree;
}

/** The program that an image starts is there, where it says. */
/** Where the official images of languages have their programs, by the Dockerfiles of these images. */
const PLACES: Readonly<Record<string, string>> = {
  python: '/usr/local/bin/python /usr/local/bin/python3 /usr/local/bin/pip /usr/local/bin/pip3',
  node: '/usr/local/bin/node /usr/local/bin/nodejs /usr/local/bin/npm /usr/local/bin/npx',
  golang: '/usr/local/go/bin/go /usr/local/go/bin/gofmt',
  ruby: '/usr/local/bin/ruby /usr/local/bin/gem /usr/local/bin/bundle',
};

function putProgram(tree: WorkTree, reference: string, program: string | undefined): void {
  if (!program?.startsWith('/') || tree.lookup(program).is === 'present') return;
  const content = { is: 'derived' as const, identity: identify(reference, program) };
  tree.put(program, { kind: 'file', uid: 0, gid: 0, mode: 0o755, size: undefined, content });
}

/** @param started - programs that the image itself starts. */
function presence(
  ground: Ground,
  release: Known<string>,
  variant: Variant,
  complete: boolean,
  started: readonly string[],
): BaseImage['has'] {
  const own = new Set([...variant.has.split(' '), ...started]);
  const doubt = new Set((variant.doubt ?? '').split(' '));
  const lacks = new Set((variant.lacks ?? '').split(' '));
  return (program) => {
    if (own.has(program)) return 'yes';
    if (lacks.has(program)) return 'no';
    if (groundHas(ground, program)) return 'yes';
    if (program === 'adduser' || program === 'addgroup') return hasAdduser(ground, release);
    if (ground === 'ubuntu' && ['ps', 'top', 'free', 'pgrep', 'pkill'].includes(program))
      return complete ? 'yes' : 'unknown';
    if (!complete || doubt.has('*') || doubt.has(program) || inDoubt(ground, program)) {
      return NEVER_BUNDLED.has(program) && !doubt.has(program) && ground !== 'oracle' ? 'no' : 'unknown';
    }
    return WELL_KNOWN.has(program) ? 'no' : 'unknown';
  };
}

/** What no image has that does not say so. */
const NEVER_BUNDLED = new Set([
  'node',
  'npm',
  'npx',
  'nodemon',
  'uvicorn',
  'gunicorn',
  'flask',
  'poetry',
  'uv',
  'bun',
  'deno',
  'cargo',
  'go',
  'mvn',
  'gradle',
]);

function groundHas(ground: Ground, program: string): boolean {
  if (ground === 'alpine') return ALPINE_BASE.has(program);
  if (ground === 'busybox') return BUSYBOX_BASE.has(program);
  if (ground === 'distroless') return false;
  if (ground === 'oracle')
    return program === 'bash' || program === 'sh' || program === 'useradd' || program === 'groupadd';
  if (DEBIAN_BASE.has(program)) return true;
  if (ground === 'full') return BUILDPACK_DEPS.has(program);
  return ground === 'scm' && SCM.has(program);
}

const SCM = new Set(
  'curl wget git hg svn ssh scp sftp gpg ps top free pgrep pkill python3 openssl update-ca-certificates'.split(
    ' ',
  ),
);
/** Of what the packages of buildpack-deps:scm pull in, this is not settled. */
const SCM_DOUBT = new Set(['xz', 'patch', 'file', 'bzip2', 'unzip', 'python']);

function inDoubt(ground: Ground, program: string): boolean {
  if (ground === 'ubuntu') return ['bzip2', 'xz', 'openssl', 'file', 'gpg', 'lsb_release'].includes(program);
  if (ground === 'alpine' || ground === 'busybox') return program === 'xz';
  if (ground === 'scm') return SCM_DOUBT.has(program);
  return (
    ground === 'full' &&
    (program === 'python' ||
      program === 'pip' ||
      program === 'pip3' ||
      program === 'sqlite3' ||
      program === 'mysql' ||
      program === 'java')
  );
}

/** Debian 13 and Ubuntu 24.04 dropped `adduser` from their base. */
function hasAdduser(ground: Ground, release: Known<string>): Presence {
  if (ground === 'full' || ground === 'scm') return 'yes';
  switch (release) {
    case 'buster':
    case 'bullseye':
    case 'bookworm':
    case 'focal':
    case 'jammy':
      return 'yes';
    case 'trixie':
    case 'noble':
      return 'no';
    default:
      return 'unknown';
  }
}

/** ghcr.io/astral-sh/uv without a distribution's name in its tag: two programs on nothing. https://docs.astral.sh/uv/guides/integration/docker/ */
function uvImage(reference: string): BaseImage {
  const files = WorkTree.empty();
  for (const [name, size] of [
    ['uv', 45e6],
    ['uvx', 4e5],
  ] as const) {
    const content = { is: 'derived' as const, identity: identify(reference, name) };
    files.put(`/${name}`, { kind: 'file', uid: 0, gid: 0, mode: 0o755, size, content });
  }
  return {
    reference,
    name: 'astral-sh/uv',
    distribution: 'scratch',
    release: undefined,
    bytes: 45.4e6,
    exact: false,
    env: new Map([['PATH', DEFAULT_PATH]]),
    workdir: '/io',
    user: '',
    entrypoint: ['/uv'],
    cmd: [],
    ports: [],
    volumes: [],
    stopSignal: '',
    accounts: NO_ACCOUNTS,
    files,
    has: () => 'no',
  };
}

function distroless(reference: string, image: string, tag: string): BaseImage | null {
  const name = image.replace(/-debian\d+$/, '');
  const facts = Object.hasOwn(DISTROLESS, name) ? DISTROLESS[name] : undefined;
  if (!facts) return null;
  const debug = /debug/.test(tag);
  const nonroot = /nonroot/.test(tag);
  const own = new Set(facts.has.split(' '));
  const path = DEFAULT_PATH + (debug ? ':/busybox' : '');
  const files = treeOf(reference, 'distroless', null, DISTROLESS_USERS, true);
  for (const program of [facts.entrypoint?.[0], ...(debug ? ['/busybox/sh'] : [])])
    putProgram(files, reference, program);
  return {
    reference,
    name: `distroless/${name}`,
    distribution: 'distroless',
    release: undefined,
    bytes: facts.mb === undefined ? undefined : Math.round(facts.mb * 1e6),
    exact: false,
    env: new Map([
      ['PATH', path],
      ['SSL_CERT_FILE', '/etc/ssl/certs/ca-certificates.crt'],
    ]),
    workdir: nonroot ? '/home/nonroot' : '/',
    user: nonroot ? '65532' : '',
    entrypoint: facts.entrypoint ?? (debug ? ['/busybox/sh'] : []),
    cmd: [],
    ports: [],
    volumes: [],
    stopSignal: '',
    accounts: accountsOf('minimal', DISTROLESS_USERS, true),
    files,
    has: (program) => {
      if (own.has(program)) return 'yes';
      if (debug && BUSYBOX_BASE.has(program)) return 'yes';
      // What base and python3 hold of small tools has changed over the releases; a shell was never among it.
      return WELL_KNOWN.has(program) ? 'no' : 'unknown';
    },
  };
}
