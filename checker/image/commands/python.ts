import { estimatedSize } from '../facts/sizes.ts';
import { identify } from '../identity.ts';
import type { Machine } from '../machine.ts';
import { parentOf } from '../paths.ts';
import type { Known } from '../types.ts';
import { given, NO, PART, type ProgramCall, type ProgramModel, parseArgs, valueOf, WHOLE } from './model.ts';

/** pip, uv, poetry, pipenv, python -m venv. */

const PIP_VALUED =
  '-r --requirement -c --constraint -e --editable -t --target --prefix --root --src -i --index-url --extra-index-url -f --find-links --platform --python-version --implementation --abi --progress-bar --timeout --retries --trusted-host --cert --cache-dir --log --python --upgrade-strategy --config-settings --only-binary --no-binary -w --wheel-dir -d --dest';

/** Programs that packages put beside python. A package that is not listed may bring any. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  uvicorn: ['uvicorn'],
  gunicorn: ['gunicorn'],
  hypercorn: ['hypercorn'],
  flask: ['flask'],
  django: ['django-admin'],
  celery: ['celery'],
  fastapi: ['fastapi'],
  'fastapi-cli': ['fastapi'],
  pytest: ['pytest'],
  alembic: ['alembic'],
  black: ['black'],
  ruff: ['ruff'],
  mypy: ['mypy'],
  poetry: ['poetry'],
  uv: ['uv', 'uvx'],
  pipenv: ['pipenv'],
  streamlit: ['streamlit'],
  jupyter: ['jupyter'],
  honcho: ['honcho'],
  daphne: ['daphne'],
  waitress: ['waitress-serve'],
  supervisor: ['supervisord'],
  httpie: ['http'],
  awscli: ['aws'],
  tox: ['tox'],
  pdm: ['pdm'],
};

/** What extras and packages pull in that matters here. */
const BRINGS: Readonly<Record<string, readonly string[]>> = {
  'fastapi[standard]': ['uvicorn', 'fastapi-cli', 'httpx', 'jinja2', 'starlette', 'pydantic'],
  'fastapi[all]': ['uvicorn', 'fastapi-cli', 'httpx', 'jinja2', 'starlette', 'pydantic'],
  fastapi: ['starlette', 'pydantic'],
  flask: ['werkzeug', 'jinja2', 'click'],
  uvicorn: ['click'],
  jupyter: ['notebook'],
};

/** Packages of which all that they pull in is known well enough to say what is not there. */
const SETTLED = new Set(
  'fastapi uvicorn flask django gunicorn requests numpy pandas sqlalchemy psycopg2-binary psycopg2 psycopg pydantic httpx redis boto3 jinja2 starlette werkzeug click python-dotenv pytest alembic celery aiohttp pyyaml cryptography pillow orjson wheel setuptools pip asyncpg pymysql mysqlclient python-multipart whitenoise dj-database-url prometheus-client structlog'.split(
    ' ',
  ),
);

export const pip: ProgramModel = (call) => {
  const { args, machine } = call;
  const [verb, ...rest] = args;
  if (verb === undefined) return args.length === 0 ? WHOLE : NO;
  if (verb.startsWith('-')) return pip({ ...call, args: dropGlobal(args) });
  if (
    [
      'list',
      'freeze',
      'show',
      'check',
      'config',
      'cache',
      'debug',
      'help',
      'hash',
      'index',
      'inspect',
    ].includes(verb)
  )
    return WHOLE;
  if (verb === 'download' || verb === 'wheel') return wheels(call, rest);
  if (verb === 'uninstall') return PART;
  if (verb !== 'install') return NO;
  const parsed = parseArgs(rest, PIP_VALUED);
  const requested = requestedPackages(call, rest);
  if (machine.failure) return WHOLE;
  const site = siteOf(call, parsed);
  if (site === null) {
    machine.unmodelled([call.program, ...args], 'all');
    return NO;
  }
  const identity = identify(machine.identity([call.program, ...args]), ...requested.names);
  if (!given(parsed, 'no-cache-dir') && !machine.variables.has('PIP_NO_CACHE_DIR')) {
    const { variables } = machine;
    const home = variables.get('HOME');
    const general = variables.get('XDG_CACHE_HOME') ?? (home === undefined ? undefined : `${home}/.cache`);
    const said = valueOf(parsed, 'cache-dir') ?? variables.get('PIP_CACHE_DIR');
    const place = said === undefined ? general && `${general}/pip` : machine.path(said);
    if (place?.startsWith('/'))
      machine.fill(
        place,
        identity,
        requested.bytes === undefined ? undefined : Math.round(requested.bytes / 4),
      );
  }
  installInto(machine, site, requested, identity);
  return requested.complete ? WHOLE : PART;
};

function dropGlobal(args: readonly Known<string>[]): Known<string>[] {
  const at = args.findIndex((arg) => arg !== undefined && !arg.startsWith('-'));
  return at === -1 ? ['list'] : [...args.slice(at), ...args.slice(0, at)];
}

function wheels({ args, machine, program }: ProgramCall, rest: readonly Known<string>[]) {
  const parsed = parseArgs(rest, PIP_VALUED);
  const path = machine.path(valueOf(parsed, 'w', 'wheel-dir', 'd', 'dest') ?? '.');
  if (path !== undefined) machine.files.blur(path, machine.identity([program, ...args]));
  return PART;
}

interface Requested {
  names: string[];
  /** What is asked of a package's version, by its name: `1.2`, `>=1,<2`, `*` where it may be any. */
  versions: Map<string, string>;
  /** Whether `names` is all that was asked for by name. */
  complete: boolean;
  /** Whether nothing is pulled in that could bring programs nobody knows of. */
  settled: boolean;
  bytes: Known<number>;
}

function requestedPackages({ machine }: ProgramCall, args: readonly Known<string>[]): Requested {
  const found: Requested = { names: [], versions: new Map(), complete: true, settled: true, bytes: 0 };
  const parsed = parseArgs(args, PIP_VALUED);
  const limits: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    const file =
      arg === '-r' || arg === '--requirement'
        ? args[at + 1]
        : /^(?:-r|--requirement=)(.+)$/.exec(arg ?? '')?.[1];
    if (file !== undefined) readRequirements(machine, file, found);
    else if (arg === '-r' || arg === '--requirement') found.complete = false;
    const constraints =
      arg === '-c' || arg === '--constraint' ? args[at + 1] : /^--constraint=(.+)$/.exec(arg ?? '')?.[1];
    if (constraints !== undefined) limits.push(constraints);
  }
  for (const operand of parsed.operands) {
    if (operand === undefined || operand.startsWith('.') || operand.includes('/') || /\.whl$/.test(operand)) {
      found.complete = false;
      if (
        operand !== undefined &&
        machine.path(operand) !== undefined &&
        /^\.{0,2}\/?$|^\.\//.test(operand)
      ) {
        const path = machine.path(operand) as string;
        if (machine.files.lookup(path).is === 'absent')
          machine.fail(`ERROR: Invalid requirement: '${operand}'`);
      }
    } else addRequirement(operand, found);
  }
  if (parsed.options.has('e') || parsed.options.has('editable')) found.complete = false;
  for (const file of limits) {
    // A constraint says how much of a version is wanted, and installs nothing.
    const limit: Requested = { names: [], versions: new Map(), complete: true, settled: true, bytes: 0 };
    readRequirements(machine, file, limit);
    for (const [name, version] of found.versions) {
      const limited = limit.versions.get(name);
      if (version === '*' && limited !== undefined) found.versions.set(name, limited);
      else if (version === '*' && !limit.complete) found.versions.delete(name);
    }
  }
  if (!found.complete) {
    found.settled = false;
    found.bytes = undefined;
  }
  return found;
}

function readRequirements(machine: Machine, file: string, found: Requested): void {
  const path = machine.path(file);
  const entry = path === undefined ? null : machine.files.lookup(path);
  if (entry?.is === 'absent') {
    machine.fail(`ERROR: Could not open requirements file: [Errno 2] No such file or directory: '${file}'`);
    return;
  }
  if (entry?.is !== 'present' || entry.node.kind !== 'file' || entry.node.content.is !== 'text') {
    found.complete = false;
    return;
  }
  for (const line of entry.node.content.text.split('\n')) {
    const text = line.replace(/(^|\s)#.*$/, '').trim();
    const included = /^(?:-r|--requirement)[ =]?(.+)$/.exec(text)?.[1];
    if (included && path !== undefined)
      readRequirements(machine, `${parentOf(path)}/${included.trim()}`, found);
    else if (/^(-e|--editable|\.|\/|https?:|git\+)/.test(text)) found.complete = false;
    else if (text !== '' && !text.startsWith('-')) addRequirement(text, found);
  }
}

function addRequirement(text: string, found: Requested): void {
  const read = /^([A-Za-z0-9._-]+)\s*(\[[^\]]*\])?/.exec(text);
  if (!read?.[1]) {
    found.complete = false;
    return;
  }
  const name = read[1].toLowerCase().replace(/[._-]+/g, '-');
  const extras = (read[2] ?? '').replace(/\s/g, '').toLowerCase();
  found.names.push(name);
  // Without a marker (`; python_version < "3.13"`), hashes, or the backslash before them.
  const [wanted = ''] = text.slice(read[0].length).split(/;| --|\\/);
  const version = wanted.includes(',') ? wanted.trim() : wanted.replace(/^\s*===?/, '').trim();
  found.versions.set(name, version === '' ? '*' : version);
  if (!SETTLED.has(name) && !Object.hasOwn(SCRIPTS, name)) found.settled = false;
  if (found.bytes !== undefined) found.bytes += estimatedSize('pip', name);
  for (const brought of [...(BRINGS[name] ?? []), ...(BRINGS[`${name}${extras}`] ?? [])]) {
    found.names.push(brought);
    if (found.bytes !== undefined) found.bytes += estimatedSize('pip', brought);
  }
}

/** Where packages and their programs go. */
interface Site {
  packages: string;
  programs: string;
}

function siteOf(call: ProgramCall, parsed: ReturnType<typeof parseArgs>): Site | null {
  const { machine } = call;
  const version = pythonVersion(machine);
  const target = valueOf(parsed, 't', 'target');
  if (target !== null) {
    const path = machine.path(target);
    return path === undefined ? null : { packages: path, programs: `${path}/bin` };
  }
  const prefix = valueOf(parsed, 'prefix');
  if (prefix !== null) {
    const path = machine.path(prefix);
    return path === undefined
      ? null
      : { packages: `${path}/lib/python${version}/site-packages`, programs: `${path}/bin` };
  }
  const venv = venvOf(call);
  if (venv !== null)
    return { packages: `${venv}/lib/python${version}/site-packages`, programs: `${venv}/bin` };
  const system = '/usr/local';
  const cannotWrite = machine.isRoot === 'no';
  if (given(parsed, 'user') || cannotWrite || machine.variables.get('PIP_USER') === '1') {
    const home = machine.variables.get('PYTHONUSERBASE') ?? machine.variables.get('HOME');
    if (home === undefined) return null;
    const base = machine.variables.has('PYTHONUSERBASE') ? home : `${home}/.local`;
    return { packages: `${base}/lib/python${version}/site-packages`, programs: `${base}/bin` };
  }
  return { packages: `${system}/lib/python${version}/site-packages`, programs: `${system}/bin` };
}

/** The virtual environment whose pip is called, by path or because PATH names it first. */
function venvOf({ called, machine }: ProgramCall): string | null {
  if (called.includes('/')) {
    const path = machine.path(called);
    const home = path === undefined ? null : parentOf(parentOf(path));
    return home !== null && !['/usr', '/usr/local', '/'].includes(home) ? home : null;
  }
  for (const directory of (machine.variables.get('PATH') ?? '').split(':')) {
    if (!directory.startsWith('/') || /^\/(usr\/(local\/)?)?s?bin$/.test(directory)) continue;
    for (const name of ['pip', 'python']) {
      if (machine.files.lookup(`${directory}/${name}`).is === 'present') return parentOf(directory);
    }
  }
  return null;
}

/** `3.12`; `3` where it is not known, which stands for itself in paths. */
export function pythonVersion(machine: Machine): string {
  const { base } = machine.state;
  if (base === null || base === 'scratch') return '3';
  if (base.name === 'python') return /:(3\.\d+)/.exec(base.reference)?.[1] ?? '3';
  return (
    { bullseye: '3.9', bookworm: '3.11', trixie: '3.13', jammy: '3.10', noble: '3.12' }[base.release ?? ''] ??
    '3'
  );
}

function installInto(machine: Machine, site: Site, requested: Requested, identity: string): void {
  for (const name of requested.names) {
    machine.fill(`${site.packages}/${name}`, identify(identity, name), estimatedSize('pip', name));
    const version = requested.versions.get(name);
    machine.addPackage({ manager: 'pip', name, version, size: estimatedSize('pip', name) });
    for (const script of SCRIPTS[name] ?? []) addScript(machine, site, script, identity);
  }
  if (!requested.complete) machine.addUnnamedPackages('pip');
  machine.files.blur(site.packages, identity);
  if (!requested.settled) machine.files.blur(site.programs, identity);
  if (!requested.settled && /^\/usr\/(local\/)?bin$/.test(site.programs)) machine.setMurky();
}

function addScript(machine: Machine, site: Site, script: string, identity: string): void {
  machine.writeFile(
    `${site.programs}/${script}`,
    { is: 'derived', identity: identify(identity, 'bin', script) },
    200,
    0o777,
  );
}

/** `python -m venv dir`: an environment with python and pip of its own. */
export function makeVenv(
  machine: Machine,
  directory: Known<string>,
  withPip: boolean,
  argv: readonly Known<string>[],
): void {
  const path = machine.path(directory);
  if (path === undefined) {
    machine.unmodelled(argv, 'workdir');
    return;
  }
  if (machine.denied(path, `Error: [Errno 13] Permission denied: '${directory}'`)) return;
  const identity = identify('venv', pythonVersion(machine), withPip ? 'pip' : '');
  machine.mkdir(`${path}/bin`);
  const programs = ['python', 'python3', ...(withPip ? ['pip', 'pip3'] : [])];
  for (const program of programs) {
    if (program.startsWith('python')) {
      const target = program === 'python' ? interpreter(machine) : 'python';
      machine.files.put(`${path}/bin/${program}`, { kind: 'symlink', ...machine.owned(0o777), target });
    } else
      machine.writeFile(
        `${path}/bin/${program}`,
        { is: 'derived', identity: identify(identity, program) },
        250,
        0o777,
      );
  }
  machine.writeFile(`${path}/bin/activate`, { is: 'derived', identity }, 2000);
  machine.writeFile(`${path}/pyvenv.cfg`, { is: 'derived', identity }, 180);
  const site = `${path}/lib/python${pythonVersion(machine)}/site-packages`;
  machine.mkdir(site);
  if (withPip) machine.fill(`${site}/pip`, identity, 12e6);
}

function interpreter(machine: Machine): string {
  const { base } = machine.state;
  return base !== null && base !== 'scratch' && base.name === 'python'
    ? '/usr/local/bin/python3'
    : '/usr/bin/python3';
}

/** `python -m pip`, `python -m venv`, `python script.py`. */
const python: ProgramModel = (call) => {
  const { args, machine, called } = call;
  const at = args.indexOf('-m');
  const module = at === -1 ? null : args[at + 1];
  if (module === 'pip') {
    const sibling = called.includes('/') ? `${parentOf(called)}/pip` : 'pip';
    return pip({ ...call, program: 'pip', called: sibling, args: args.slice(at + 2) });
  }
  if (module === 'venv' || module === 'virtualenv') {
    const parsed = parseArgs(args.slice(at + 2), '--prompt');
    for (const directory of parsed.operands)
      makeVenv(machine, directory, !given(parsed, 'without-pip'), args);
    return WHOLE;
  }
  if (module === 'compileall' || module === 'unittest' || module === 'pytest') {
    machine.unmodelled([call.program, ...args], 'workdir');
    return PART;
  }
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) return WHOLE;
  const script = args.find((arg) => arg !== undefined && !arg.startsWith('-'));
  if (at === -1 && script?.endsWith('.py') && !args.includes('-c')) {
    const path = machine.path(script);
    if (path !== undefined && machine.files.lookup(path).is === 'absent') {
      machine.fail(`python: can't open file '${path}': [Errno 2] No such file or directory`, 2);
      return WHOLE;
    }
  }
  machine.unmodelled([call.program, ...args], 'workdir');
  return NO;
};

const virtualenv: ProgramModel = ({ args, machine }) => {
  for (const directory of parseArgs(args, '-p --python').operands) makeVenv(machine, directory, true, args);
  return WHOLE;
};

/** uv: `uv pip install`, `uv venv`, `uv sync`. */
const uv: ProgramModel = (call) => {
  const { args, machine } = call;
  const [verb, second, ...rest] = args;
  if (verb === 'pip' && second === 'install') {
    const system = rest.includes('--system') || machine.variables.has('UV_SYSTEM_PYTHON');
    const named = machine.variables.get('VIRTUAL_ENV');
    const venv = system ? null : (named ?? nearVenv(machine));
    const inside = venv === null || venv === undefined ? call.called : `${venv}/bin/pip`;
    return pip({
      ...call,
      program: 'uv',
      called: inside.endsWith('pip') ? inside : 'pip',
      args: ['install', '--no-cache-dir', ...rest.filter((arg) => arg !== '--system')],
    });
  }
  if (verb === 'venv') {
    const parsed = parseArgs(args.slice(1), '-p --python --prompt');
    makeVenv(machine, parsed.operands[0] ?? '.venv', false, args);
    return WHOLE;
  }
  if (verb === 'sync') {
    const project = machine.path('pyproject.toml');
    if (project !== undefined && machine.files.lookup(project).is === 'absent') {
      machine.fail('error: No `pyproject.toml` found in current directory or any parent directory', 2);
      return WHOLE;
    }
    const venv = machine.path(machine.variables.get('UV_PROJECT_ENVIRONMENT') ?? '.venv');
    return fillVenv(call, venv);
  }
  if (verb === '--version' || verb === 'version' || verb === 'cache') return WHOLE;
  machine.unmodelled([call.program, ...args], 'workdir');
  return NO;
};

function nearVenv(machine: Machine): string | null {
  const path = machine.path('.venv');
  return path !== undefined && machine.files.lookup(path).is === 'present' ? path : null;
}

/** An environment that a lock file fills: what is in it is not known by name. */
function fillVenv({ args, machine, program }: ProgramCall, venv: Known<string>) {
  if (venv === undefined) {
    machine.unmodelled([program, ...args], 'workdir');
    return NO;
  }
  if (machine.denied(venv, `error: failed to create directory \`${venv}\`: Permission denied (os error 13)`))
    return WHOLE;
  const identity = machine.identity([program, ...args]);
  if (machine.files.lookup(`${venv}/bin/python`).is !== 'present') makeVenv(machine, venv, false, args);
  const site = `${venv}/lib/python${pythonVersion(machine)}/site-packages`;
  machine.files.blur(site, identity);
  machine.files.blur(`${venv}/bin`, identity);
  machine.addUnnamedPackages('pip');
  for (const name of lockedPackages(machine)) {
    machine.fill(`${site}/${name}`, identify(identity, name), estimatedSize('pip', name));
    machine.addPackage({ manager: 'pip', name, version: undefined, size: estimatedSize('pip', name) });
    for (const script of SCRIPTS[name] ?? [])
      addScript(machine, { packages: site, programs: `${venv}/bin` }, script, identity);
  }
  return PART;
}

/** Packages that uv.lock, poetry.lock or pyproject.toml name. */
function lockedPackages(machine: Machine): string[] {
  const names = new Set<string>();
  for (const file of ['uv.lock', 'poetry.lock', 'pyproject.toml']) {
    const path = machine.path(file);
    const found = path === undefined ? null : machine.files.lookup(path);
    if (found?.is !== 'present' || found.node.kind !== 'file' || found.node.content.is !== 'text') continue;
    const { text } = found.node.content;
    if (file !== 'pyproject.toml') {
      for (const [, name] of text.matchAll(/^\[\[package\]\]\s*\nname = "([^"]+)"/gm))
        names.add((name ?? '').toLowerCase());
      if (names.size > 0) break;
    } else {
      const list = /^dependencies\s*=\s*\[([\s\S]*?)\]\s*$/m.exec(text)?.[1] ?? '';
      for (const [, name] of list.matchAll(/["']([A-Za-z0-9._-]+)/g)) names.add((name ?? '').toLowerCase());
    }
  }
  return [...names];
}

const poetry: ProgramModel = (call) => {
  const { args, machine } = call;
  const [verb] = args;
  if (verb === 'config' || verb === '--version' || verb === 'cache') {
    if (args.includes('virtualenvs.create') && args.includes('false'))
      machine.variables.set('POETRY_VIRTUALENVS_CREATE', 'false');
    if (args.includes('virtualenvs.in-project') && args.includes('true'))
      machine.variables.set('POETRY_VIRTUALENVS_IN_PROJECT', 'true');
    return PART;
  }
  if (verb !== 'install' && verb !== 'sync') {
    machine.unmodelled([call.program, ...args], 'workdir');
    return NO;
  }
  const inProject = ['1', 'true'].includes(machine.variables.get('POETRY_VIRTUALENVS_IN_PROJECT') ?? '');
  if (inProject) return fillVenv(call, machine.path('.venv'));
  const identity = machine.identity([call.program, ...args]);
  machine.files.blurAll('/usr/local/lib', identity);
  machine.files.blur('/usr/local/bin', identity);
  machine.setMurky();
  machine.addUnnamedPackages('pip');
  for (const name of lockedPackages(machine))
    machine.addPackage({ manager: 'pip', name, version: undefined, size: estimatedSize('pip', name) });
  return PART;
};

export const pythonCommands: Readonly<Record<string, ProgramModel>> = {
  pip,
  pip3: pip,
  python,
  python3: python,
  virtualenv,
  uv,
  poetry,
  pipenv: (call) => {
    call.machine.unmodelled([call.program, ...call.args], 'workdir');
    call.machine.setMurky();
    call.machine.addUnnamedPackages('pip');
    return NO;
  },
};
