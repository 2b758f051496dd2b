import type { Known, StageState } from '../types.ts';
import type { ContainerProcess } from './process.ts';
import { entryFile } from './start.ts';

/** Numbers on x86-64 and arm64, https://man7.org/linux/man-pages/man7/signal.7.html. */
const NUMBERS: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGURG: 23,
  SIGWINCH: 28,
};
/** Signals that do nothing to a process that has no handler for them. */
const IGNORED = new Set(['SIGCHLD', 'SIGCONT', 'SIGURG', 'SIGWINCH']);

/** `SIGTERM` of `SIGTERM`, `TERM`, `sigterm` or `15`. */
export function signalName(text: string): string {
  const number = Number(text);
  if (text !== '' && Number.isInteger(number))
    return Object.keys(NUMBERS).find((name) => NUMBERS[name] === number) ?? text;
  const upper = text.toUpperCase();
  return upper.startsWith('SIG') ? upper : `SIG${upper}`;
}

/** The exit code of a process that a signal ended: 128 and the signal's number. */
export function codeOf(signal: string): Known<number> {
  const number = NUMBERS[signal];
  return number === undefined ? undefined : 128 + number;
}

/** Whether a signal ends a process that has no handler for it. */
export const endsByDefault = (signal: string) => !IGNORED.has(signal);

/** What a program does with a signal. */
export type Handling =
  /** It has a handler; `code` is the exit code that follows, where it can be read. `byDefault`: its language has. */
  { is: 'handled'; code: Known<number>; byDefault?: true } | { is: 'default' } | { is: 'unknown' };

const DEFAULT: Handling = { is: 'default' };
const UNKNOWN: Handling = { is: 'unknown' };

/** Programs that say in their manual which signals they end by, and with which exit code where that is sure. */
const SERVERS: Readonly<Record<string, { signals: string; code?: number }>> = {
  uvicorn: { signals: 'SIGTERM SIGINT' },
  gunicorn: { signals: 'SIGTERM SIGINT SIGQUIT' },
  hypercorn: { signals: 'SIGTERM SIGINT' },
  nginx: { signals: 'SIGTERM SIGINT SIGQUIT', code: 0 },
  httpd: { signals: 'SIGTERM SIGWINCH' },
  'httpd-foreground': { signals: 'SIGTERM SIGWINCH' },
  'redis-server': { signals: 'SIGTERM SIGINT', code: 0 },
  postgres: { signals: 'SIGTERM SIGINT SIGQUIT' },
};
const WITHOUT_HANDLERS = new Set(
  'sleep tail cat yes head sort tee watch ping true false echo date'.split(' '),
);
/** Modules of the standard libraries, none of which sets a handler of its own when it is imported. */
const NODE_OWN =
  /^(node:.*|http|https|net|fs|path|os|url|util|events|stream|crypto|zlib|timers|worker_threads|child_process)$/;
const PYTHON_OWN = new Set(
  'time os sys signal json random logging datetime pathlib threading queue socket re math collections typing http'.split(
    ' ',
  ),
);

/** What the application does when it gets a signal, from what it is and from its source. */
export function handlingOf(state: StageState, process: ContainerProcess, signal: string): Handling {
  const [called, ...args] = process.argv;
  const name = called?.replace(/^.*\//, '').replace(/^python3(\.\d+)?$/, 'python') ?? '';
  const program = name === 'python' && args[0] === '-m' && args[1] !== undefined ? args[1] : name;
  if (Object.hasOwn(SERVERS, program)) {
    const { signals, code } = SERVERS[program] ?? { signals: '' };
    return signals.split(' ').includes(signal) ? { is: 'handled', code } : UNKNOWN;
  }
  if (WITHOUT_HANDLERS.has(program)) return DEFAULT;
  // The JVM runs its shutdown hooks, and ends as if by the signal.
  if (program === 'java')
    return ['SIGTERM', 'SIGINT', 'SIGHUP'].includes(signal)
      ? { is: 'handled', code: codeOf(signal) }
      : UNKNOWN;
  if (program === 'http.server') return signal === 'SIGINT' ? { is: 'handled', code: 0 } : DEFAULT;
  const text = sourceOf(state, process);
  if (text === null) return UNKNOWN;
  if (name === 'node' || name === 'nodejs') return inNode(text, signal);
  return name === 'python' ? inPython(text, signal) : UNKNOWN;
}

function sourceOf(state: StageState, process: ContainerProcess): string | null {
  for (const candidate of entryFile(state, process)?.candidates ?? []) {
    const found = state.files.lookup(candidate);
    if (found.is === 'present')
      return found.node.kind === 'file' && found.node.content.is === 'text' ? found.node.content.text : null;
  }
  return null;
}

function inNode(text: string, signal: string): Handling {
  const named = new RegExp(`['"\`]${signal}['"\`]`).test(text);
  if (named && /process\s*\.\s*(?:on|once|addListener)\(/.test(text)) {
    const exit = /process\.exit\(\s*(\d*)\s*\)/.exec(text);
    return { is: 'handled', code: exit ? Number(exit[1] || 0) : undefined };
  }
  // Node keeps SIGUSR1 for its debugger.
  if (signal === 'SIGUSR1') return UNKNOWN;
  const imported = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)['"]([^'"]+)['"]/g)];
  return imported.every(([, module = '']) => NODE_OWN.test(module)) ? DEFAULT : UNKNOWN;
}

function inPython(text: string, signal: string): Handling {
  const exit = /(?:sys\.exit|SystemExit)\(\s*(\d*)\s*\)/.exec(text);
  const named = new RegExp(`\\b${signal}\\b`).test(text);
  if (named && /\bsignal\s*\.\s*signal\(|\badd_signal_handler\(|\bsignal\(\s*(?:signal\.)?SIG/.test(text))
    return { is: 'handled', code: exit ? Number(exit[1] || 0) : undefined };
  const imported = [...text.matchAll(/^\s*(?:from|import)\s+([A-Za-z_]\w*)/gm)].map(
    ([, module = '']) => module,
  );
  if (!imported.every((module) => PYTHON_OWN.has(module))) return UNKNOWN;
  if (signal !== 'SIGINT') return DEFAULT;
  // Python turns SIGINT into KeyboardInterrupt; one that nobody catches ends it with 130.
  return /except\s+\(?[^:]*KeyboardInterrupt/.test(text)
    ? { is: 'handled', code: exit ? Number(exit[1] || 0) : 0, byDefault: true }
    : { is: 'handled', code: 130, byDefault: true };
}
