import type { Diagnostic, Severity } from '../types.ts';
import type { ComposeProject, Role, Service } from './model.ts';
import { type LoadOptions, type LoadProblem, loadProject } from './project.ts';
import { readCompose } from './read.ts';
import { refusalsOf } from './refuse.ts';
import { composeRules } from './rules/registry.ts';
import type { ComposeRule, ServiceImage } from './rules/rule.ts';
import { rangeOf } from './types.ts';

export interface JudgeOptions extends LoadOptions {
  role?: Role;
  /** Every rule, also those that are off by default. */
  all?: boolean;
  /** Names of rules that say nothing. */
  ignored?: readonly string[];
  /** Severities by rule name. */
  override?: Readonly<Record<string, Severity>>;
  /** What is known of a service's image; nothing when left out. See `images.ts`. */
  image?: (service: Service) => ServiceImage;
}

export interface ComposeReport {
  /**
   * Why `docker compose config` would refuse the files: they are not YAML, or break the specification's schema
   * as they are written, before variables are filled in.
   */
  refused: string | null;
  diagnostics: readonly Diagnostic[];
  /** Null when the files are refused. */
  project: ComposeProject | null;
}

const nothingKnown: ServiceImage = { hasHealthcheck: 'unknown' };

/**
 * Judges Compose files in merge order: first whether Compose takes them at all, then by every rule.
 * Never throws for any text.
 */
export function judgeCompose(
  files: readonly { path: string; text: string }[],
  options: JudgeOptions = {},
): ComposeReport {
  const texts = files.map(({ path, text }) => readCompose(text, path));
  const refusals = refusalsOf(texts);
  if (refusals.length > 0) {
    const first = refusals[0] as Diagnostic;
    const place = `${first.file}:${first.range.startLine}`;
    return {
      refused: first.path ? `${first.path}: ${first.message}` : `${place}: ${first.message}`,
      diagnostics: refusals,
      project: null,
    };
  }
  const { project, problems } = loadProject(texts, options);
  const diagnostics = problems.map(describeProblem);
  if (project) diagnostics.push(...applyRules(project, options));
  return { refused: null, diagnostics: inFileOrder(diagnostics, files), project };
}

function describeProblem({ check, place, message }: LoadProblem): Diagnostic {
  return { rule: check, severity: 'error', message, file: place.file.path, range: rangeOf(place), refs: [] };
}

function applyRules(project: ComposeProject, options: JudgeOptions): Diagnostic[] {
  const context = { project, image: options.image ?? (() => nothingKnown) };
  return composeRules
    .filter((rule) => (rule.set === 'default' || options.all) && !options.ignored?.includes(rule.name))
    .flatMap((rule) => [...diagnose(rule, context, options)]);
}

function* diagnose(
  rule: ComposeRule,
  context: Parameters<ComposeRule['check']>[0],
  options: JudgeOptions,
): Iterable<Diagnostic> {
  for (const finding of rule.check(context)) {
    yield {
      rule: rule.name,
      refs: rule.refs,
      ...finding,
      severity: options.override?.[rule.name] ?? finding.severity ?? rule.severity,
    };
  }
}

function inFileOrder(
  diagnostics: readonly Diagnostic[],
  files: readonly { path: string }[],
): readonly Diagnostic[] {
  const order = new Map(files.map(({ path }, index) => [path, index]));
  return diagnostics.toSorted(
    (a, b) =>
      (order.get(a.file) ?? files.length) - (order.get(b.file) ?? files.length) ||
      a.range.startLine - b.range.startLine ||
      a.range.startColumn - b.range.startColumn,
  );
}
