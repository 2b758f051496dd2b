import type { Command, Service, Variable } from '../model.ts';
import type { PortRange } from '../shorthand.ts';
import { splitWords } from '../words-of-command.ts';

/** A debugger that a command starts. */
export interface Debugger {
  /** Undefined where the address names none and the debugger has none that is usual. */
  port: number | undefined;
  /** Where it listens; undefined where the debugger itself decides. */
  host: string | undefined;
  /** Whether only processes in the same container reach it. */
  loopback: boolean;
}

/** The port of Node's inspector when nothing else is said. */
const inspectorPort = 9229;

/** The flag that starts each debugger, with its address as the group; where it listens when no host is named. */
const debuggers: readonly { flag: RegExp; port?: number; host?: string }[] = [
  // https://nodejs.org/api/cli.html#--inspecthostport
  {
    flag: /--inspect(?:-brk|-wait)?(?:=([^\s"',]+)| ((?:[\w.]+:)?\d+))?(?=[\s"',\]]|$)/,
    port: inspectorPort,
    host: '127.0.0.1',
  },
  // https://github.com/microsoft/debugpy/blob/main/README.md
  { flag: /debugpy\b.*?--listen[ =](\S+)/, host: '127.0.0.1' },
  // https://docs.oracle.com/en/java/javase/21/docs/specs/jpda/conninv.html
  { flag: /jdwp=\S*address=([^\s,"']+)/, host: '127.0.0.1' },
  { flag: /\bdlv\b.*?--listen[= ](\S+)/, host: '0.0.0.0' },
  { flag: /\brdbg\b.*?--port[= ](\d+)/ },
];

/** The debuggers that a text starts: a command, or a variable such as `NODE_OPTIONS`. */
export function debuggersIn(text: string): readonly Debugger[] {
  return debuggers.flatMap(({ flag, port: usual, host: usualHost }) => {
    const match = flag.exec(text);
    if (!match) return [];
    const { host = usualHost, port = usual } = parseAddress(match[1] ?? match[2] ?? '');
    return [{ port, host, loopback: host !== undefined && /^(127\.|localhost$|\[?::1\]?$)/.test(host) }];
  });
}

/** `9229`, `0.0.0.0:9229`, `[::]:9229`, `:2345` or a host alone. */
function parseAddress(address: string): { host?: string; port?: number } {
  const match = /^(?:(\[[^\]]*\]|[^:]*):)?(\d+)?$/.exec(address.replace(/[\])]+$/, ''));
  if (!match) return address === '' ? {} : { host: address };
  const [, host, port] = match;
  // Nothing in front of the colon stands for every address.
  return {
    ...(host !== undefined && { host: host === '' ? '0.0.0.0' : host }),
    ...(port !== undefined && { port: Number(port) }),
  };
}

/** Debuggers that a service starts, by its command and its environment. */
export function debuggersOf(service: Service): readonly Debugger[] {
  const texts = [service.command, service.entrypoint].flatMap((command) => command?.argv?.join(' ') ?? []);
  texts.push(...service.environment.flatMap(({ value }) => value ?? []));
  return texts.flatMap(debuggersIn);
}

/** Ports on which a debugger listens, by the command and the environment of a service. */
export function debugPorts(service: Service): readonly number[] {
  return debuggersOf(service).flatMap(({ port }) => port ?? []);
}

/** Whether a port of the container is a debugger's. */
export function opensDebugger(service: Service, target: PortRange): boolean {
  return [...debugPorts(service), inspectorPort].some((port) => target.from <= port && port <= target.to);
}

/** Whether a debugger can be attached from the host. */
export function isDebuggable(service: Service): boolean {
  return service.ports.some(({ target }) => target !== undefined && opensDebugger(service, target));
}

/** Programs that watch files and restart an app, or serve it for development only. */
const watchers = new Set([
  'nodemon',
  'ts-node-dev',
  'tsnd',
  'air',
  'reflex',
  'watchexec',
  'entr',
  'watchmedo',
  'webpack-dev-server',
  'livereload',
]);

/** The watcher that a command starts, as far as it can be told; undefined when it starts none. */
export function watcherOf(command: Command | undefined): string | undefined {
  const argv = command?.argv;
  if (!argv || argv.length === 0) return undefined;
  const script = shellScript(argv);
  if (script !== undefined) {
    // Each command of the script, split where the shell splits them.
    for (const part of script.split(/&&|\|\||;|\n/)) {
      const words = splitWords(part.trim());
      const watcher = words && watcherOfWords(words);
      if (watcher !== undefined) return watcher;
    }
    return undefined;
  }
  return watcherOfWords(argv);
}

function watcherOfWords(words: readonly string[]): string | undefined {
  const argv = withoutWrappers(words);
  const [program = '', ...rest] = argv;
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (watchers.has(name)) return name;
  const flag = (wanted: string) => rest.find((word) => word === wanted || word.startsWith(`${wanted}=`));
  switch (name) {
    case 'node':
    case 'tsx':
    case 'deno':
    case 'bun':
      // Everything behind the script is for the script.
      return leading(rest, name).some((word) => /^--(watch|hot)(=|-path|$)/.test(word)) ||
        (name === 'tsx' && rest[0] === 'watch')
        ? `${name} --watch`
        : undefined;
    case 'npm':
    case 'pnpm':
    case 'yarn': {
      const task = rest
        .filter((word) => !word.startsWith('-'))
        .find((word) => word !== 'run' && word !== 'run-script');
      return task !== undefined && /^(dev|develop|watch|start:dev|serve:dev)(:|$)/.test(task)
        ? `${name} run ${task}`
        : undefined;
    }
    case 'uvicorn':
    case 'gunicorn':
    case 'hypercorn':
      return flag('--reload') && `${name} --reload`;
    case 'flask':
      return flag('--debug') ? 'flask --debug' : rest.includes('--reload') ? 'flask --reload' : undefined;
    case 'fastapi':
      return rest[0] === 'dev' ? 'fastapi dev' : undefined;
    case 'python':
    case 'python3':
    case 'debugpy':
      return watcherOfPython(rest);
    case 'next':
    case 'vite':
    case 'nuxt':
      return rest[0] === 'dev' || (name === 'vite' && (rest.length === 0 || rest[0]?.startsWith('-')))
        ? `${name} dev`
        : undefined;
    case 'dotnet':
      return rest[0] === 'watch' ? 'dotnet watch' : undefined;
    case 'cargo':
      return rest[0] === 'watch' ? 'cargo watch' : undefined;
    default:
      return undefined;
  }
}

/** What `python`, or `debugpy` in its name, is told to run: a module, or a script with its arguments. */
function watcherOfPython(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '-m' || word.endsWith('.py'));
  if (words[at] === '-m') return watcherOfWords(words.slice(at + 1));
  return words[at]?.endsWith('manage.py') && words.includes('runserver') ? 'manage.py runserver' : undefined;
}

/** Options in front of the script that a runtime is given. */
function leading(words: readonly string[], program: string): readonly string[] {
  const skipRun =
    program === 'deno' || program === 'bun'
      ? words.filter((word, index) => index > 0 || word !== 'run')
      : words;
  const script = skipRun.findIndex((word) => !word.startsWith('-'));
  return script === -1 ? skipRun : skipRun.slice(0, script);
}

function withoutWrappers(words: readonly string[]): readonly string[] {
  let rest = words;
  for (;;) {
    const [first = '', second = ''] = rest;
    if (['exec', 'npx', 'tini', 'dumb-init', '--', 'time', 'env'].includes(first)) rest = rest.slice(1);
    else if (/^[A-Za-z_]\w*=/.test(first) || (first === '-y' && rest.length > 1)) rest = rest.slice(1);
    else if (['uv', 'poetry', 'pipenv', 'pdm'].includes(first) && second === 'run') rest = rest.slice(2);
    else if (first === 'pnpm' && (second === 'exec' || second === 'dlx')) rest = rest.slice(2);
    else return rest;
  }
}

function shellScript(argv: readonly string[]): string | undefined {
  const shell = /(^|\/)(ba|da|a|z)?sh$/.test(argv[0] ?? '');
  const flag = argv.findIndex((word, index) => index > 0 && /^-[a-z]*c$/.test(word));
  return shell && flag !== -1 ? argv[flag + 1] : undefined;
}

/** The program that a shell text calls first; undefined when the text begins with something else. */
export function firstProgram(script: string): string | undefined {
  const words = splitWords((script.split(/&&|\|\||;|\||\n/)[0] as string).trim());
  const first = words && withoutWrappers(words)[0];
  return first !== undefined && /^[\w./-]+$/.test(first) && !shellWords.has(first) ? first : undefined;
}

/** What a shell knows by itself. */
const shellWords = new Set([
  '[',
  'test',
  'if',
  'for',
  'while',
  'case',
  'until',
  'echo',
  'exit',
  'true',
  'false',
  'cd',
  'set',
  'export',
  'printf',
  'read',
  'kill',
  'command',
  'eval',
  '.',
  'source',
  '!',
  ':',
]);

/** Whether a variable puts a well-known framework into development mode. */
export function isDevelopmentVariable({ name, value }: Variable): boolean {
  switch (name) {
    case 'NODE_ENV':
    case 'RAILS_ENV':
    case 'RACK_ENV':
    case 'APP_ENV':
    case 'FLASK_ENV':
    case 'ASPNETCORE_ENVIRONMENT':
      return /^(dev|development|local)$/i.test(value ?? '');
    case 'FLASK_DEBUG':
    case 'DJANGO_DEBUG':
      return /^(1|true|on|yes)$/i.test(value ?? '');
    default:
      return false;
  }
}

/** Ports that the environment tells an app to listen on; `unknown` when it may say anything. */
export function portsSetBy(service: Service): ReadonlySet<number> | 'unknown' {
  if (service.envFiles.length > 0) return 'unknown';
  const ports = new Set<number>();
  for (const { name, value } of service.environment) {
    if (!/port|addr|listen|bind|url|host/i.test(name)) continue;
    if (typeof value !== 'string') return 'unknown';
    for (const [digits] of value.matchAll(/\d{2,5}/g)) ports.add(Number(digits));
  }
  return ports;
}
