import type { Known, StageState } from '../types.ts';
import { type ContainerProcess, containerProcess } from './process.ts';
import { entryFile } from './start.ts';

/** Where the application listens; each part undefined where it is not known. */
export interface Listening {
  port: Known<number>;
  /** `0.0.0.0`, `127.0.0.1`, `::`. */
  host: Known<string>;
}

const NOT_KNOWN: Listening = { port: undefined, host: undefined };

/** Where the container's application listens, from its arguments, its environment and its source. */
export function listeningOf(state: StageState): Listening {
  const process = containerProcess(state);
  return process ? listeningProcess(state, process) : NOT_KNOWN;
}

function listeningProcess(state: StageState, process: ContainerProcess): Listening {
  const { env } = state.config;
  const argv = [...process.argv];
  let program = argv[0]?.slice(argv[0].lastIndexOf('/') + 1).replace(/^python3(\.\d+)?$/, 'python');
  let args = argv.slice(1);
  const module = program === 'python' && args[0] === '-m';
  if (module) {
    program = args[1];
    args = args.slice(2);
  }
  const flag = (...names: string[]): Known<string> | null => flagValue(args, names);
  switch (program) {
    case 'uvicorn':
      return {
        port: numbered(flag('--port') ?? env.get('UVICORN_PORT') ?? '8000', flag('--port')),
        host: pick(flag('--host'), env.get('UVICORN_HOST') ?? '127.0.0.1'),
      };
    case 'hypercorn':
    case 'gunicorn': {
      const config = flag('-c', '--config') !== null || env.has('GUNICORN_CMD_ARGS');
      const bind = flag('-b', '--bind');
      if (bind === undefined) return NOT_KNOWN;
      if (bind === null) {
        if (config || fileThere(state, 'gunicorn.conf.py') !== 'no') return NOT_KNOWN;
        return {
          port: env.has('PORT') ? numbered(env.get('PORT') ?? '', null) : 8000,
          host: env.has('PORT') ? '0.0.0.0' : '127.0.0.1',
        };
      }
      return address(bind);
    }
    case 'flask': {
      const port = flag('-p', '--port');
      return {
        port: numbered(port ?? env.get('FLASK_RUN_PORT') ?? '5000', port),
        host: pick(flag('-h', '--host'), env.get('FLASK_RUN_HOST') ?? '127.0.0.1'),
      };
    }
    case 'fastapi': {
      const port = flag('--port');
      return {
        port: numbered(port ?? '8000', port),
        host: pick(flag('--host'), args[0] === 'dev' ? '127.0.0.1' : '0.0.0.0'),
      };
    }
    case 'http.server': {
      const port = args.find((arg) => arg !== undefined && /^\d+$/.test(arg));
      return { port: Number(port ?? 8000), host: pick(flag('-b', '--bind'), '0.0.0.0') };
    }
    case 'nginx':
    case 'httpd':
    case 'httpd-foreground':
    case 'caddy':
      return fromBase(state);
    case 'python':
      return args.some((arg) => arg?.endsWith('manage.py'))
        ? django(args)
        : fromSource(state, process, 'python');
    case 'node':
    case 'nodejs':
      return fromSource(state, process, 'node');
    default:
      return module ? fromSource(state, process, 'python') : NOT_KNOWN;
  }
}

function django(args: readonly Known<string>[]): Listening {
  const at = args.indexOf('runserver');
  if (at === -1) return NOT_KNOWN;
  const target = args.slice(at + 1).find((arg) => arg !== undefined && !arg.startsWith('-'));
  if (target === undefined) return { port: 8000, host: '127.0.0.1' };
  return /^\d+$/.test(target) ? { port: Number(target), host: '127.0.0.1' } : address(target);
}

/** A web server image whose configuration nobody touched listens where the image says. */
function fromBase(state: StageState): Listening {
  const [first] = state.config.ports;
  for (const path of [
    '/etc/nginx/nginx.conf',
    '/etc/nginx/conf.d/default.conf',
    '/etc/nginx/templates/default.conf.template',
  ]) {
    const found = state.files.lookup(path);
    if (found.is !== 'present') continue;
    // A configuration that was copied over the image's own, and whose text is not known, says anything.
    if (found.node.kind !== 'file' || found.node.content.is !== 'text') return NOT_KNOWN;
    const listen = /^\s*listen\s+(?:[\w.[\]:*]+:)?(\d+)/m.exec(found.node.content.text)?.[1];
    return listen ? { port: Number(listen), host: '0.0.0.0' } : NOT_KNOWN;
  }
  const custom =
    state.files.lookup('/etc/caddy/Caddyfile').is === 'present' ||
    state.files.lookup('/etc/nginx/conf.d').is !== 'present';
  return first && !first.range && !custom ? { port: first.port, host: '0.0.0.0' } : NOT_KNOWN;
}

/** `app.listen(3000)`, `server.listen(process.env.PORT || 3000, '127.0.0.1')`, `app.run(host=..., port=...)`. */
function fromSource(state: StageState, process: ContainerProcess, language: 'node' | 'python'): Listening {
  // A script may have set what the source asks for.
  if (process.altersEnvironment) return NOT_KNOWN;
  const target = entryFile(state, process);
  const text = target ? sourceOf(state, target.candidates) : null;
  if (text === null) return NOT_KNOWN;
  return language === 'node' ? nodeListening(state, text) : pythonListening(state, text);
}

function sourceOf(state: StageState, candidates: readonly string[]): string | null {
  for (const candidate of candidates) {
    const found = state.files.lookup(candidate);
    if (found.is === 'present')
      return found.node.kind === 'file' && found.node.content.is === 'text' ? found.node.content.text : null;
  }
  return null;
}

function nodeListening(state: StageState, text: string): Listening {
  const call = /\.listen\(\s*(\{[^}]*\}|[^)]*)/.exec(text)?.[1];
  if (call === undefined) return NOT_KNOWN;
  const object = call.startsWith('{');
  const parts = call.split(',').map((part) => part.trim());
  const portText = object
    ? (/port\s*:\s*([^,}]+)/.exec(call)?.[1] ?? (/\bport\b/.test(call) ? 'port' : ''))
    : (parts[0] ?? '');
  const hostText = object ? (/host\s*:\s*([^,}]+)/.exec(call)?.[1] ?? '') : (parts[1] ?? '');
  const host = /^(['"])(.*)\1$/.exec(hostText.trim())?.[2];
  const value = evaluate(state, text, portText.trim(), 0);
  const isFunction = /=>|function|^$|^\w*(callback|cb|done)\w*$|\(\)/.test(hostText);
  const named = host ?? (isFunction ? '0.0.0.0' : evaluate(state, text, hostText.trim(), 0));
  return { port: value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined, host: named };
}

/** A simple JavaScript expression: a literal, a constant, an environment variable with a default. */
function evaluate(state: StageState, text: string, expression: string, depth: number): Known<string> {
  if (depth > 4) return undefined;
  const plain = expression
    .replace(/^(?:Number|parseInt|String)\((.*?)(?:,\s*10)?\)?$/, '$1')
    .replace(/^\+/, '')
    .trim();
  const literal = /^(?:(\d+)|(['"])([^'"]*)\2)$/.exec(plain);
  if (literal) return literal[1] ?? literal[3];
  const or = /^(.+?)\s*(?:\|\||\?\?)\s*(.+)$/.exec(plain);
  if (or) {
    const variable = /process\.env(?:\.(\w+)|\[['"](\w+)['"]\])/.exec(or[1] ?? '');
    const name = variable?.[1] ?? variable?.[2];
    if (name === undefined) return undefined;
    return state.config.env.get(name) ?? evaluate(state, text, (or[2] ?? '').trim(), depth + 1);
  }
  const env = /^process\.env\.(\w+)$/.exec(plain);
  if (env) return state.config.env.get(env[1] ?? '');
  if (!/^[A-Za-z_$][\w$]*$/.test(plain)) return undefined;
  const definition = new RegExp(
    `(?:const|let|var)\\s+${plain.replace(/\$/g, '\\$')}\\s*=\\s*([^;\\n]+)`,
  ).exec(text)?.[1];
  return definition === undefined ? undefined : evaluate(state, text, definition.trim(), depth + 1);
}

function pythonListening(state: StageState, text: string): Listening {
  const call = /(?:uvicorn\.run|app\.run|\.serve_forever|run_simple)\(([^)]*)\)/.exec(text);
  if (!call || /serve_forever/.test(call[0])) {
    const server = /(?:HTTPServer|TCPServer)\(\s*\(\s*(['"])([^'"]*)\1\s*,\s*(\d+)/.exec(text);
    return server ? { port: Number(server[3]), host: server[2] === '' ? '0.0.0.0' : server[2] } : NOT_KNOWN;
  }
  const args = call[1] ?? '';
  const port = /port\s*=\s*(\d+)/.exec(args)?.[1];
  const host = /host\s*=\s*(['"])([^'"]*)\1/.exec(args)?.[2];
  const isUvicorn = call[0].startsWith('uvicorn');
  const other = state.config.env.has('FLASK_RUN_HOST');
  return {
    port: port ? Number(port) : /port/.test(args) ? undefined : isUvicorn ? 8000 : 5000,
    host: host ?? (/host/.test(args) || other ? undefined : '127.0.0.1'),
  };
}

/** The value of an option in `--name value` or `--name=value`; null where it was not given. */
function flagValue(args: readonly Known<string>[], names: readonly string[]): Known<string> | null {
  for (let at = args.length - 1; at >= 0; at--) {
    const arg = args[at];
    if (arg === undefined) continue;
    for (const name of names) {
      if (arg === name) return args[at + 1];
      if (arg.startsWith(`${name}=`)) return arg.slice(name.length + 1);
      if (/^-\w$/.test(name) && arg.startsWith(name) && arg.length > 2 && !arg.startsWith('--'))
        return arg.slice(2);
    }
  }
  return args.includes(undefined) ? undefined : null;
}

function pick(value: Known<string> | null, otherwise: string): Known<string> {
  return value === null ? otherwise : value;
}

function numbered(text: string, flag: Known<string> | null): Known<number> {
  if (flag === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** `0.0.0.0:8000`, `:8000`, `[::]:8000`. */
function address(text: string): Listening {
  const read = /^(?:\[?([^\]]*?)\]?):(\d+)$/.exec(text);
  if (!read) return NOT_KNOWN;
  return { port: Number(read[2]), host: read[1] === '' ? '0.0.0.0' : read[1] };
}

/** Whether an address is reached from outside of the container; undefined where that is not known. */
export function isReachable(host: Known<string>): Known<boolean> {
  if (host === undefined) return undefined;
  if (host === 'localhost' || host === '::1' || /^127\./.test(host)) return false;
  return host === '0.0.0.0' || host === '::' || host === '' || host === '*' || host === '[::]'
    ? true
    : undefined;
}

function fileThere(state: StageState, name: string): 'yes' | 'no' | 'unknown' {
  const { workdir } = state.config;
  if (workdir === undefined) return 'unknown';
  const found = state.files.lookup(`${workdir}/${name}`);
  return found.is === 'present' ? 'yes' : found.is === 'absent' ? 'no' : 'unknown';
}
