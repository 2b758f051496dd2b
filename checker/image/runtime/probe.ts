import type { Range } from '../../types.ts';
import type { Healthcheck, Known, StageState } from '../types.ts';
import { type ContainerProcess, probeProcess } from './process.ts';

/** What a health check asks, as far as it can be read. */
export interface Probe {
  process: ContainerProcess;
  range: Range;
  /** Programs that it calls, in order. */
  programs: readonly string[];
  port: Known<number>;
  host: Known<string>;
  path: Known<string>;
  /** Whether an answer such as 500 makes it fail; undefined where that cannot be told. */
  failsOnHttpError: Known<boolean>;
}

/** Reads a health check. */
export function probeOf(state: StageState, healthcheck: Healthcheck): Probe {
  const process = probeProcess(state, healthcheck.command);
  const lines = process.script.length > 0 ? process.script : [process.argv];
  const programs = lines.flatMap((line) => (line[0] === undefined ? [] : [line[0]]));
  const words = lines.flat().filter((word) => word !== undefined);
  const text = words.join(' ');
  const url = /https?:\/\/([^\s/:'"`)]+|\[[^\]]+\])(?::(\d+))?(\/[^\s'"`)]*)?/.exec(text);
  const scheme = text.includes('https://') ? 443 : 80;
  const names = programs.map((program) => program.slice(program.lastIndexOf('/') + 1));
  return {
    process,
    range: healthcheck.command.instruction?.range ??
      process.range ?? { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    programs: programs.filter((program) => !SHELL_WORDS.has(program)),
    port: url ? (url[2] ? Number(url[2]) : scheme) : portWithoutUrl(text, names),
    host: url?.[1],
    path: url ? (url[3] ?? '/') : undefined,
    failsOnHttpError: failsOnHttpError(names, text),
  };
}

const SHELL_WORDS = new Set(['exit', 'true', 'false', 'echo', '[', 'test', 'grep', 'exec', 'cd', ':']);

function portWithoutUrl(text: string, programs: readonly string[]): Known<number> {
  if (programs.includes('nc') || programs.includes('ncat')) {
    const port = /\s(\d{2,5})(?:\s|$)/.exec(text)?.[1];
    return port ? Number(port) : undefined;
  }
  const bare = programs.some((program) => program === 'curl' || program === 'wget')
    ? /\s(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::(\d+))?(?:[/\s]|$)/.exec(text)
    : null;
  if (bare) return bare[1] ? Number(bare[1]) : 80;
  const named =
    /(?:port\s*[:=]\s*|connect(?:_ex)?\(\s*\(\s*['"][^'"]*['"]\s*,\s*|HTTPConnection\(\s*['"][^'"]*['"]\s*,\s*)(\d+)/.exec(
      text,
    );
  return named ? Number(named[1]) : undefined;
}

function failsOnHttpError(programs: readonly string[], text: string): Known<boolean> {
  if (programs.includes('curl'))
    return (
      /\s(?:-[a-zA-Z]*f[a-zA-Z]*|--fail(?:-with-body|-early)?)(?:\s|$)/.test(text) ||
      /http_code|grep/.test(text)
    );
  if (programs.includes('wget')) return true;
  if (/urlopen|urllib/.test(text)) return true;
  if (/raise_for_status|status_code|statusCode|\.ok\b|\.status\b/.test(text)) return true;
  if (/requests\.get|fetch\(|http\.get/.test(text)) return false;
  return undefined;
}
