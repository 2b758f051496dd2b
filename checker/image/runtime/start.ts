import type { Range, Verdict } from '../../types.ts';
import { parentOf, resolvePath } from '../paths.ts';
import { hasBit, identityOfUser, lookupUser } from '../permissions.ts';
import type { BuiltStage, FileNode, Known, Lookup, StageState } from '../types.ts';
import { type ContainerProcess, containerProcess } from './process.ts';

/**
 * Whether a container of a stage's image starts and keeps to what it was told to run.
 * @param process - what it runs, where that is not what the image says.
 */
export function startVerdict(
  image: BuiltStage,
  process: Known<ContainerProcess | null> = containerProcess(image.end),
): Verdict {
  const state = image.end;
  const missing = missingUser(state);
  if (missing) return no(missing.message, missing.range);
  if (process === undefined) return unknown('what the base image starts is not known', image.from.range);
  if (process === null)
    return no(
      'The image names nothing to start: it has neither CMD nor ENTRYPOINT, and docker run says `no command specified`.',
      image.from.range,
    );
  const range = process.range ?? image.from.range;
  for (const check of [firstProgram, application, scriptFile, modulesOf]) {
    const verdict = check(state, process, range);
    if (verdict.is !== 'yes') return verdict;
  }
  return { is: 'yes' };
}

const YES: Verdict = { is: 'yes' };

function no(because: string, range: Range): Verdict {
  return { is: 'no', because, range };
}

function unknown(because: string, range: Range): Verdict {
  return { is: 'unknown', because, range };
}

/** The user that the container is to run as, where it certainly does not exist, in the runtime's words. */
export function missingUser(
  state: StageState,
): { message: string; words: string; name: string; range: Range } | null {
  const { user, userFrom } = state.config;
  if (user === undefined || user === '' || userFrom === null) return null;
  const { missingUser: name, missingGroup } = lookupUser(user, state.accounts);
  if (name === null && missingGroup === null) return null;
  const words =
    name !== null
      ? `unable to find user ${name}: no matching entries in passwd file`
      : `unable to find group ${missingGroup}: no matching entries in group file`;
  return {
    message: `The container does not start: ${words}.`,
    words,
    name: name ?? missingGroup ?? '',
    range: userFrom.instruction.range,
  };
}

function firstProgram(state: StageState, process: ContainerProcess, range: Range): Verdict {
  const { first } = process;
  if (first === undefined) return unknown('which program is started is not known', range);
  return programVerdict(state, first, range);
}

/** Whether a program is there and may be executed by the user that the image names. */
function programVerdict(state: StageState, program: string, range: Range): Verdict {
  const there = state.hasCommand(program);
  if (there === 'no') {
    const words = program.includes('/')
      ? `exec: "${program}": stat ${program}: no such file or directory`
      : `exec: "${program}": executable file not found in $PATH`;
    return no(`The container does not start: ${words}.`, range);
  }
  if (program.includes('/')) {
    const path = absolute(state, program);
    const found = path === undefined ? null : state.files.lookup(path);
    if (found?.is === 'present' && found.node.kind === 'file') {
      const who = identityOfUser(state.config.user, state.accounts);
      // Root may run what anybody may run.
      const runnable =
        who.uid === 0
          ? found.node.mode === undefined
            ? 'unknown'
            : (found.node.mode & 0o111) !== 0
              ? 'yes'
              : 'no'
          : hasBit(found.node, who, 0o1);
      if (runnable === 'no')
        return no(
          `The container does not start: exec: "${program}": permission denied. The file is not executable for the user that runs it.`,
          range,
        );
    }
  }
  const unreadable = interpreterFault(state, program);
  if (unreadable !== null) return no(`The container does not start: ${unreadable}`, range);
  if (lacksLoader(state, program))
    return no(
      `The container does not start: exec ${program}: no such file or directory. The program itself is there, but it is linked to the C library of the stage that built it, and this image has no such library.`,
      range,
    );
  return there === 'unknown' ? unknown(`whether the image has \`${program}\` is not known`, range) : YES;
}

/** The file that a program's name or path leads to. */
function fileOf(state: StageState, program: string): FileNode | null {
  const directories = program.includes('/') ? [''] : (state.config.env.get('PATH') ?? '').split(':');
  for (const directory of directories) {
    const path = absolute(state, directory === '' ? program : `${directory}/${program}`);
    const found = path === undefined ? null : state.files.lookup(path);
    if (found?.is === 'present') return found.node.kind === 'file' ? found.node : null;
  }
  return null;
}

/** Whether a program certainly asks for a loader that is not there. */
function lacksLoader(state: StageState, program: string): boolean {
  const file = fileOf(state, program);
  if (file?.loader === undefined) return false;
  const compatible = ['gcompat', 'libc6-compat'].some((name) => state.packages.installed.has(`apk:${name}`));
  return !compatible && state.files.lookup(file.loader).is === 'absent';
}

/** Why the kernel cannot run a script: no first line that names an interpreter, or one that is not there. */
function interpreterFault(state: StageState, program: string): string | null {
  const file = fileOf(state, program);
  if (file?.content.is !== 'text') return null;
  const [first = ''] = file.content.text.split('\n', 1);
  if (!first.startsWith('#!'))
    return `exec ${program}: exec format error. The first line of a script must name its interpreter: #!/bin/sh.`;
  if (first.endsWith('\r'))
    return `exec ${program}: no such file or directory. Its lines end as on Windows, so that its first line names an interpreter that is nowhere. Save it with line feeds only.`;
  const [interpreter = ''] = first.slice(2).trim().split(/\s+/);
  return state.hasCommand(interpreter) === 'no'
    ? `exec ${program}: no such file or directory. The script is there, but ${interpreter}, which its first line names, is not.`
    : null;
}

function application(state: StageState, process: ContainerProcess, range: Range): Verdict {
  const [program] = process.argv;
  if (program === undefined) return unknown('which program the script starts is not known', range);
  if (program === process.first) return YES;
  for (const { argv, kind } of process.chain.slice(1)) {
    const fault = kind === 'shell' && argv[0] !== undefined ? interpreterFault(state, argv[0]) : null;
    // A shell reads a script without a first line by itself.
    if (fault !== null && !fault.includes('format'))
      return no(`The container ends at once (exit code 127): ${fault}`, range);
  }
  if (process.wrappers.length > 0 && SHELL_WORDS.has(program)) return YES;
  const there = state.hasCommand(program);
  if (there === 'no')
    return no(`The container ends at once: \`${program}\` is not in the image (exit code 127).`, range);
  return there === 'unknown' ? unknown(`whether the image has \`${program}\` is not known`, range) : YES;
}

const SHELL_WORDS = new Set(['exec', 'echo', 'true', 'cd', 'export', '.', 'wait', 'exit']);

/** The script or module that an interpreter is told to run. */
function scriptFile(state: StageState, process: ContainerProcess, range: Range): Verdict {
  const target = entryFile(state, process);
  if (target === null) return YES;
  if (target === undefined) return unknown('which file is run is not known', range);
  let open: Verdict | null = null;
  for (const candidate of target.candidates) {
    const found = state.files.lookup(candidate);
    if (found.is === 'present') return readable(state, found, range);
    if (found.is === 'unknown') open ??= unknown(`whether the image has ${candidate} is not known`, range);
  }
  return open ?? no(`The container ends at once: ${target.failure}.`, range);
}

function readable(state: StageState, found: Extract<Lookup, { is: 'present' }>, range: Range): Verdict {
  const who = identityOfUser(state.config.user, state.accounts);
  if (who.uid === undefined || who.uid === 0) return YES;
  for (let path = parentOf(found.path); path !== '/'; path = parentOf(path)) {
    const directory = state.files.lookup(path);
    if (directory.is === 'present' && hasBit(directory.node, who, 0o1) === 'no')
      return no(`The container ends at once: the user that it runs as may not enter ${path}.`, range);
  }
  if (found.node.kind === 'file' && hasBit(found.node, who, 0o4) === 'no')
    return no(`The container ends at once: the user that it runs as may not read ${found.path}.`, range);
  return YES;
}

/** The file that a known interpreter runs; null where there is none, undefined where it is not known. */
export function entryFile(
  state: StageState,
  process: ContainerProcess,
): Known<{ candidates: string[]; failure: string } | null> {
  const [called, ...args] = process.argv;
  const program = called?.slice(called.lastIndexOf('/') + 1).replace(/^python3(\.\d+)?$/, 'python');
  const at = (path: string) => (path.startsWith('/') ? path : directoryOf(state, process, path));
  switch (program) {
    case 'node':
    case 'nodejs': {
      const file = firstOperand(
        args,
        new Set(['-r', '--require', '--import', '--loader', '--env-file', '--max-old-space-size', '-C']),
      );
      if (file === undefined || args.some((arg) => arg === '-e' || arg === '--eval' || arg === '-p'))
        return file === undefined && args.length > 0 && !args.includes(undefined)
          ? null
          : args.length === 0
            ? null
            : undefined;
      const path = at(file);
      if (path === undefined) return undefined;
      const main = file === '.' || file.endsWith('/') ? mainOf(state, path) : null;
      return {
        candidates: [
          ...(main ? [main] : []),
          path,
          `${path}.js`,
          `${path}.cjs`,
          `${path}.mjs`,
          `${path}/index.js`,
        ].filter((candidate) => candidate !== path || !file.endsWith('.') || file.length > 2),
        failure: `Error: Cannot find module '${path}'`,
      };
    }
    case 'python': {
      if (args.includes('-c')) return null;
      const module = args.indexOf('-m');
      if (module !== -1)
        return (
          ownModule(state, args[module + 1], at) ?? moduleFile(args[module + 1], args.slice(module + 2), at)
        );
      const file = firstOperand(args, new Set(['-W', '-X']));
      if (file === undefined) return args.includes(undefined) ? undefined : null;
      const path = at(file);
      return path === undefined
        ? undefined
        : {
            candidates: [path],
            failure: `python: can't open file '${path}': [Errno 2] No such file or directory`,
          };
    }
    case 'uvicorn':
    case 'gunicorn':
    case 'hypercorn':
      return moduleFile(program, args, at);
    case 'java': {
      const jar = args.indexOf('-jar');
      const file = jar === -1 ? undefined : args[jar + 1];
      if (jar === -1) return null;
      const path = file === undefined || file.includes('*') ? undefined : at(file);
      return path === undefined
        ? undefined
        : { candidates: [path], failure: `Error: Unable to access jarfile ${file}` };
    }
    default:
      return null;
  }
}

/** `python -m greet` runs greet.py, where there is one; else a module that is installed. */
function ownModule(state: StageState, module: Known<string>, at: (path: string) => Known<string>) {
  const path = module === undefined ? undefined : at(`${module.replaceAll('.', '/')}.py`);
  if (path === undefined || state.files.lookup(path).is !== 'present') return null;
  return { candidates: [path], failure: `No module named ${module}` };
}

/** `main:app` of an ASGI or WSGI server is main.py, or a package, where the server is started. */
function moduleFile(
  module: Known<string>,
  args: readonly Known<string>[],
  at: (path: string) => Known<string>,
): Known<{ candidates: string[]; failure: string } | null> {
  if (module === undefined) return undefined;
  if (!['uvicorn', 'gunicorn', 'hypercorn'].includes(module)) return null;
  const app = args.find(
    (arg) =>
      arg !== undefined &&
      /^[\w.]+:[\w.()]+$/.test(arg) &&
      !/^\d+(\.\d+){3}:/.test(arg) &&
      !/^\w+:\d+$/.test(arg),
  );
  if (app === undefined) return args.includes(undefined) ? undefined : null;
  const flag = args.findIndex((arg) => arg === '--app-dir' || arg === '--chdir' || arg === '--pythonpath');
  const folder = flag === -1 ? '.' : args[flag + 1];
  const name = app.slice(0, app.indexOf(':')).replaceAll('.', '/');
  const path = folder === undefined ? undefined : at(folder === '.' ? name : `${folder}/${name}`);
  if (path === undefined) return undefined;
  return {
    candidates: [`${path}.py`, `${path}/__init__.py`],
    failure: `Error loading ASGI app. Could not import module "${app.slice(0, app.indexOf(':'))}"`,
  };
}

function mainOf(state: StageState, directory: string): string | null {
  const found = state.files.lookup(`${directory}/package.json`);
  if (found.is !== 'present' || found.node.kind !== 'file' || found.node.content.is !== 'text') return null;
  try {
    const { main } = JSON.parse(found.node.content.text) as { main?: unknown };
    return typeof main === 'string' ? resolvePath(directory, main) : null;
  } catch {
    return null;
  }
}

function firstOperand(args: readonly Known<string>[], valued: ReadonlySet<string>): Known<string> {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    if (arg === undefined) return undefined;
    if (valued.has(arg)) at++;
    else if (!arg.startsWith('-')) return arg;
  }
  return undefined;
}

function directoryOf(state: StageState, process: ContainerProcess, path: string): Known<string> {
  const { workdir } = state.config;
  if (process.cd?.startsWith('/')) return resolvePath(process.cd, path);
  if (workdir === undefined) return undefined;
  return resolvePath(process.cd === null ? workdir : resolvePath(workdir, process.cd), path);
}

function absolute(state: StageState, path: string): Known<string> {
  if (path.startsWith('/')) return path;
  return state.config.workdir === undefined ? undefined : resolvePath(state.config.workdir, path);
}

/** What the application loads first and cannot do without. */
function modulesOf(state: StageState, process: ContainerProcess, range: Range): Verdict {
  const [called, ...args] = process.argv;
  const program = called?.slice(called.lastIndexOf('/') + 1).replace(/^python3(\.\d+)?$/, 'python');
  if (program === 'python' && args[0] === '-m' && args[1] !== undefined && SERVERS.has(args[1])) {
    const there = pythonPackage(state, args[1], called);
    if (there === 'no') return no(`The container ends at once: No module named ${args[1]}.`, range);
    if (there === 'unknown') return unknown(`whether ${args[1]} is installed is not known`, range);
  }
  const target = entryFile(state, process);
  const text = target ? textOf(state, target.candidates) : null;
  if (text === null) return YES;
  if (program === 'node' || program === 'nodejs') {
    const entry =
      target?.candidates.find((candidate) => state.files.lookup(candidate).is === 'present') ?? '/';
    const lost = nodeImports(text).find((name) => nodePackage(state, entry, name) === 'no');
    if (lost !== undefined)
      return no(`The container ends at once: Error: Cannot find package '${lost}'.`, range);
  } else {
    const lost = pythonImports(text).find((name) => pythonPackage(state, name, called) === 'no');
    if (lost !== undefined)
      return no(`The container ends at once: ModuleNotFoundError: No module named '${lost}'.`, range);
  }
  return YES;
}

function textOf(state: StageState, candidates: readonly string[]): string | null {
  for (const candidate of candidates) {
    const found = state.files.lookup(candidate);
    if (found.is === 'present')
      return found.node.kind === 'file' && found.node.content.is === 'text' ? found.node.content.text : null;
  }
  return null;
}

const SERVERS = new Set(['uvicorn', 'gunicorn', 'hypercorn', 'flask', 'celery']);
/** Packages whose module has their own name, and which no official image has. */
const PYTHON_PACKAGES = new Set([
  'fastapi',
  'flask',
  'django',
  'uvicorn',
  'gunicorn',
  'hypercorn',
  'celery',
  'requests',
  'redis',
  'sqlalchemy',
  'numpy',
  'pandas',
  'httpx',
  'pydantic',
  'starlette',
  'aiohttp',
  'boto3',
]);

function pythonImports(text: string): string[] {
  const names = [...text.matchAll(/^(?:from|import)\s+([A-Za-z_]\w*)/gm)].map((match) =>
    (match[1] ?? '').toLowerCase(),
  );
  return [...new Set(names)].filter((name) => PYTHON_PACKAGES.has(name));
}

/**
 * Whether a Python package is in one of the places where the interpreter that is started looks.
 * @param called - what is started; `/venv/bin/python` looks in /venv.
 */
export function pythonPackage(state: StageState, name: string, called?: string): 'yes' | 'no' | 'unknown' {
  const places: string[] = [];
  const own = called?.startsWith('/') ? `${parentOf(called)}:` : '';
  for (const directory of `${own}${state.config.env.get('PATH') ?? ''}`.split(':')) {
    if (directory.endsWith('/bin')) places.push(...pythonDirectories(state, `${parentOf(directory)}/lib`));
  }
  const home =
    state.config.user === ''
      ? '/root'
      : state.accounts.users.get(state.config.user?.split(':')[0] ?? '')?.home;
  if (home) places.push(...pythonDirectories(state, `${home}/.local/lib`));
  const search = (state.config.env.get('PYTHONPATH') ?? '').split(':').filter((path) => path.startsWith('/'));
  const { workdir } = state.config;
  const fromDistribution = [...state.packages.installed.keys()].some((key) =>
    /^(apt|apk):(python3|py3)-/.test(key),
  );
  let open =
    home === undefined ||
    state.distribution === 'unknown' ||
    workdir === undefined ||
    places.length === 0 ||
    fromDistribution;
  for (const place of [...new Set([...places, ...search, ...(workdir ? [workdir] : [])])]) {
    for (const candidate of [`${place}/${name}`, `${place}/${name}.py`]) {
      const found = state.files.lookup(candidate);
      if (found.is === 'present') return 'yes';
      if (found.is === 'unknown') open = true;
    }
  }
  return open ? 'unknown' : 'no';
}

function pythonDirectories(state: StageState, lib: string): string[] {
  const found = state.files.lookup(lib);
  if (found.is !== 'present' || found.node.kind !== 'dir') return [];
  return [...found.node.entries.keys()]
    .filter((name) => /^python3/.test(name))
    .map((name) => `${lib}/${name}/site-packages`)
    .filter((path) => state.files.lookup(path).is === 'present');
}

const NODE_BUILTINS = new Set(
  'assert buffer child_process cluster console crypto dgram dns events fs http http2 https net os path perf_hooks process punycode querystring readline stream string_decoder timers tls tty url util v8 vm worker_threads zlib async_hooks diagnostics_channel module'.split(
    ' ',
  ),
);

function nodeImports(text: string): string[] {
  const names = [
    ...text.matchAll(
      /(?:^|[^.\w])(?:require\(\s*|import\s+(?:[\w*{}\s,$]+\s+from\s+)?)['"]([^'"./][^'"]*)['"]/g,
    ),
  ].map((match) => match[1] ?? '');
  return [...new Set(names)]
    .filter(
      (name) =>
        !name.startsWith('node:') && !name.startsWith('#') && !NODE_BUILTINS.has(name.split('/')[0] ?? ''),
    )
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

/** Whether Node finds a package from a file: in node_modules beside it or in a directory above. */
function nodePackage(state: StageState, file: string, name: string): 'yes' | 'no' | 'unknown' {
  let open = state.config.env.has('NODE_PATH');
  for (let directory = parentOf(file); ; directory = parentOf(directory)) {
    const found = state.files.lookup(`${directory === '/' ? '' : directory}/node_modules/${name}`);
    if (found.is === 'present') return 'yes';
    if (found.is === 'unknown') open = true;
    if (directory === '/') return open ? 'unknown' : 'no';
  }
}
