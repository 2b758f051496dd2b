import { basename, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { parse as parseYaml } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { check } from '../index.ts';
import { configFromHadolintYaml, DEFAULT_CONFIG, type HadolintConfig } from '../rules/config.ts';
import type { RuleConfig } from '../rules/rule.ts';
import type { ContextEntry, Diagnostic, Project, Severity } from '../types.ts';
import { judgeComposeFile } from './compose.ts';
import { type Found, findFiles, readContext, readText, UnreadableError } from './files.ts';
import { type Judged, print } from './format.ts';
import { answerLine } from './jsonl.ts';
import { type FailOn, HELP, type Options, readOptions, UsageError } from './options.ts';

const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/**
 * Runs the command line.
 * @returns the exit code: 0 nothing found, 1 found, 2 usage or something that cannot be read.
 */
export async function main(argv: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const options = readOptions(argv);
    switch (options.mode) {
      case 'help':
        process.stdout.write(`${HELP}\n`);
        return 0;
      case 'version':
        process.stdout.write(`${manifest.version}\n`);
        return 0;
      case 'jsonl':
        return await answerLines(options);
      case 'files':
        return judgeFiles(options);
    }
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof UnreadableError)) throw error;
    complain(error.message);
    return 2;
  }
}

function complain(message: string): void {
  process.stderr.write(`check: ${message}\n`);
}

async function answerLines(options: Options): Promise<0> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const answer = answerLine(line, { all: options.all, predict: options.predict });
    if ('error' in answer)
      complain(`standard input, line ${number}: ${answer.error}; the others are answered`);
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}

function judgeFiles(options: Options): 0 | 1 | 2 {
  const config = readConfig(options.config);
  const context = options.context === null ? null : readContext(options.context);
  let unreadable = false;
  const isUnreadable = (message: string): void => {
    complain(message);
    unreadable = true;
  };
  /** Does what can be done; what cannot be read is said, and the rest is still checked. */
  const attempt = <Result>(work: () => Result, otherwise: Result): Result => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      isUnreadable(error.message);
      return otherwise;
    }
  };
  const found = options.paths.flatMap((path) => attempt(() => findFiles(path, isUnreadable), []));
  const judged = found.flatMap((file) => attempt(() => [judge(file, options, config.rules, context)], []));
  process.stdout.write(print(options.format, judged));
  if (unreadable) return 2;
  const failOn = options.failOn ?? config.failOn ?? 'error';
  return judged.some(({ diagnostics }) => diagnostics.some((one) => isSerious(one, failOn))) ? 1 : 0;
}

function isSerious({ severity }: Diagnostic, failOn: FailOn): boolean {
  return failOn !== 'none' && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(failOn);
}

function judge(
  { kind, path }: Found,
  options: Options,
  config: RuleConfig,
  context: ReadonlyMap<string, ContextEntry> | null,
): Judged {
  const text = readText(path);
  if (kind === 'compose') return { path, diagnostics: judgeComposeFile(path, text, options.all) };
  const report = check(projectOf(path, text, options, context), { all: options.all, config });
  for (const { rule, message } of report.failures)
    complain(`${path}: the rule ${rule} itself failed: ${message}`);
  return { path, diagnostics: report.diagnostics.map((diagnostic) => ({ ...diagnostic, file: path })) };
}

function projectOf(
  path: string,
  text: string,
  options: Options,
  context: ReadonlyMap<string, ContextEntry> | null,
): Project {
  const inContext = options.context === null ? '' : relative(options.context, path);
  const dockerfile = inContext === '' || inContext.startsWith('..') ? basename(path) : inContext;
  const files = new Map(context ?? []);
  files.set(dockerfile, { kind: 'file', content: text });
  return {
    files,
    contextKnown: context !== null,
    dockerfile,
    buildArgs: options.buildArgs,
    ...(options.target ? { target: options.target } : {}),
  };
}

/** @throws UnreadableError for a configuration that is missing or not of hadolint's shape. */
function readConfig(path: string | null): HadolintConfig {
  if (path === null) return { rules: DEFAULT_CONFIG, failOn: null };
  const text = readText(path);
  try {
    return configFromHadolintYaml(parseYaml(text));
  } catch (error) {
    throw new UnreadableError(`${path}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}
