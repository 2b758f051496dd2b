import type { ComposeReport } from './compose/judge.ts';
import type { Dockerfile, Refusal } from './dockerfile/types.ts';
import type { Goal } from './goals/goal.ts';
import { judgeGoals } from './goals/judge.ts';
import { readProject } from './read-project.ts';
import { REFUSED } from './refused.ts';
import { buildkitConversion } from './rules/buildkit.ts';
import { DEFAULT_CONFIG } from './rules/config.ts';
import type { RuleConfig } from './rules/rule.ts';
import { type RuleFailure, runRules } from './rules/run.ts';
import type { Diagnostic, GoalResult, Project } from './types.ts';

export interface CheckOptions {
  /** What an exercise asks for, in the order in which the results come back. */
  goals?: readonly Goal[];
  /** Every rule, those too that are off by default. */
  all?: boolean;
  config?: Partial<RuleConfig>;
}

/** Everything that the checker has to say about a project's Dockerfile and Compose files. Plain data, fit for `postMessage`. */
export interface Report {
  /** Why `docker build` refuses the file; the diagnostics then hold it too. */
  refusal: Refusal | null;
  /** By position. */
  diagnostics: Diagnostic[];
  goals: GoalResult[];
  /** Rules that broke: the checker's own failures. */
  failures: RuleFailure[];
}

/**
 * Judges a project whose Compose files, if it names any, were judged before: so that who has none need not load
 * what reads them. A project without a Dockerfile, of Compose files or scripts, builds nothing.
 */
export function judgeProject(
  project: Project,
  compose: ComposeReport | null,
  options: CheckOptions = {},
): Report {
  const dockerfile = readProject(project);
  const context = { project, dockerfile, config: { ...DEFAULT_CONFIG, ...options.config } };
  const buildsNothing =
    (project.compose !== undefined || project.contextKnown) &&
    project.dockerfile === undefined &&
    !project.files.has('Dockerfile');
  const { diagnostics, failures } = buildsNothing
    ? { diagnostics: [], failures: [] }
    : runRules(context, { set: options.all ? 'all' : 'default' });
  const refusal = buildsNothing ? null : buildkitConversion(context).refusal;
  const all = refusal ? [refusalDiagnostic(refusal, dockerfile), ...diagnostics] : diagnostics;
  all.sort((a, b) => a.range.startLine - b.range.startLine || a.range.startColumn - b.range.startColumn);
  if (compose) all.push(...compose.diagnostics);
  const goals = options.goals
    ? judgeGoals(options.goals, { project, dockerfile, diagnostics: all, refusal })
    : [];
  return { refusal, diagnostics: all, goals, failures };
}

function refusalDiagnostic(refusal: Refusal, dockerfile: Dockerfile): Diagnostic {
  const words = refusal.message.replace(/^dockerfile parse error on line \d+: /, '');
  const message = `docker build stops here: ${words}.${refusal.remedy ? ` ${refusal.remedy}` : ''}`;
  return { rule: REFUSED, severity: 'error', message, file: dockerfile.path, range: refusal.range, refs: [] };
}
