import { parseArgs } from 'node:util';
import type { Severity } from '../types.ts';

export type Format = 'text' | 'json' | 'sarif' | 'github';
export type FailOn = Severity | 'none';

export interface Options {
  mode: 'files' | 'jsonl' | 'help' | 'version';
  paths: string[];
  format: Format;
  /** Null where the command line does not say. */
  failOn: FailOn | null;
  all: boolean;
  predict: boolean;
  /** Path of a configuration in the shape of `.hadolint.yaml`. */
  config: string | null;
  /** Folder that the Dockerfiles are built with, null where that is not said. */
  context: string | null;
  buildArgs: Record<string, string>;
  target: string | null;
}

/** The command line is wrong; the message is one line that says how. */
export class UsageError extends Error {}

export const HELP = `Usage: check-containers [options] <file or folder>...

Judges Dockerfiles and Compose files: what Docker would refuse, what would fail, what a good engineer
would object to. A folder is searched for them.

  --format text|json|sarif|github   how to print what is found (default text)
  --fail-on error|warning|info|none what makes the exit code 1 (default error)
  --all                             every rule, those too that are off by default
  --config FILE                     configuration in the shape of .hadolint.yaml
  --context FOLDER                  the build context, so that COPY can be judged
  --build-arg NAME=VALUE            as for docker build; may be repeated
  --target STAGE                    as for docker build
  --jsonl                           read one JSON object a line from standard input
  --predict                         with --jsonl: say what a second build takes from the cache
  --version                         the version
  --help                            this text

Exit code: 0 nothing found, 1 found, 2 usage, or a file that cannot be read.`;

const FORMATS: readonly string[] = ['text', 'json', 'sarif', 'github'];
const LEVELS: readonly string[] = ['error', 'warning', 'info', 'none'];

/** @throws UsageError */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv);
  const format = values.format ?? 'text';
  const failOn = values['fail-on'] ?? null;
  if (!FORMATS.includes(format))
    throw new UsageError(`--format is one of ${FORMATS.join(', ')}, not ${format}`);
  if (failOn !== null && !LEVELS.includes(failOn))
    throw new UsageError(`--fail-on is one of ${LEVELS.join(', ')}, not ${failOn}`);
  const mode = values.help ? 'help' : values.version ? 'version' : values.jsonl ? 'jsonl' : 'files';
  if (values.predict && mode === 'files') throw new UsageError('--predict goes with --jsonl');
  if (mode === 'files' && positionals.length === 0)
    throw new UsageError('name a file or a folder (see --help)');
  if (mode === 'jsonl' && positionals.length > 0)
    throw new UsageError('--jsonl reads standard input and takes no paths');
  return {
    mode,
    paths: positionals,
    format: format as Format,
    failOn: failOn as FailOn | null,
    all: values.all === true,
    predict: values.predict === true,
    config: values.config ?? null,
    context: values.context ?? null,
    buildArgs: Object.fromEntries((values['build-arg'] ?? []).map(buildArg)),
    target: values.target ?? null,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        'fail-on': { type: 'string' },
        all: { type: 'boolean' },
        config: { type: 'string' },
        context: { type: 'string' },
        'build-arg': { type: 'string', multiple: true },
        target: { type: 'string' },
        jsonl: { type: 'boolean' },
        predict: { type: 'boolean' },
        version: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${(message.split('. ')[0] ?? message).replace(/\n[\s\S]*/, '')} (see --help)`);
  }
}

function buildArg(text: string): [string, string] {
  const split = text.indexOf('=');
  if (split <= 0) throw new UsageError(`--build-arg takes NAME=VALUE, not ${text}`);
  return [text.slice(0, split), text.slice(split + 1)];
}
