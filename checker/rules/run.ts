import { instructionAt } from '../dockerfile/instruction-at.ts';
import type { Instruction } from '../dockerfile/types.ts';
import type { Diagnostic } from '../types.ts';
import { readPragmas } from './pragma.ts';
import { rules as allRules } from './registry.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

export interface RunOptions {
  /** `default`: what everyone should see; `all`: every rule, those too that contradict others. */
  set?: 'default' | 'all';
  /** The rules to choose from; all of the registry when not given. */
  rules?: readonly Rule[];
  /** A last word on each diagnostic: what `# check=skip=` or another tool's comment silences. */
  keep?: (diagnostic: Diagnostic) => boolean;
}

/** A rule that broke: its verdict is not known. */
export interface RuleFailure {
  rule: string;
  message: string;
}

export interface RuleReport {
  /** By position in the file. */
  diagnostics: Diagnostic[];
  /** The checker's own failures, to be shown as such: neither a wrong answer nor a right one. */
  failures: RuleFailure[];
}

/** Runs the rules over one Dockerfile. A rule that throws is reported, and the others run on. */
export function runRules(context: RuleContext, options: RunOptions = {}): RuleReport {
  const { set = 'default', rules = allRules, keep } = options;
  const { config, dockerfile } = context;
  const diagnostics: Diagnostic[] = [];
  const failures: RuleFailure[] = [];
  const remaining = silencer(context, set);
  const overridden = Object.keys(config.override);
  for (const rule of rules) {
    if (set === 'default' && rule.set === 'all') continue;
    try {
      for (const finding of rule.check(context)) {
        if (set === 'default' && finding.onRequest) continue;
        const diagnostic = toDiagnostic(rule, finding, dockerfile.path);
        const override = named(rule.name, diagnostic.refs, overridden);
        if (override !== undefined) diagnostic.severity = config.override[override] ?? diagnostic.severity;
        const refs = remaining(diagnostic, finding.partner);
        if (!refs) continue;
        diagnostic.refs = refs;
        if (keep?.(diagnostic) ?? true) diagnostics.push(diagnostic);
      }
    } catch (error) {
      failures.push({ rule: rule.name, message: error instanceof Error ? error.message : String(error) });
    }
  }
  diagnostics.sort(byPosition);
  return { diagnostics, failures };
}

function toDiagnostic(rule: Rule, finding: Finding, path: string): Diagnostic {
  const diagnostic: Diagnostic = {
    rule: rule.name,
    severity: finding.severity ?? rule.severity,
    message: finding.message,
    file: finding.file ?? path,
    range: finding.range,
    refs: finding.refs ?? rule.refs,
  };
  if (finding.fix) diagnostic.fix = finding.fix;
  return diagnostic;
}

/** The first of `names` that means this rule: its own name, or a twin's with or without the tool (`DL3008`). */
function named(rule: string, refs: readonly string[], names: readonly string[]): string | undefined {
  return names.find((name) => name === rule || refs.some((ref) => isRef(ref, name)));
}

function isRef(ref: string, name: string): boolean {
  return ref === name || ref.endsWith(`:${name}`);
}

/** The twins that are left of a diagnostic, null where it is silenced. */
type Remaining = (diagnostic: Diagnostic, partner: Instruction | undefined) => readonly string[] | null;

/**
 * What the configuration and the comments in the file silence. Who names one tool's rule does not want to hear of
 * the matter; where every rule is asked for, each tool's verdict stands by itself, and only that one goes.
 */
function silencer({ dockerfile, config }: RuleContext, set: 'default' | 'all'): Remaining {
  const pragmas = config.disableIgnorePragma
    ? { global: [], byLine: new Map<number, string[]>() }
    : readPragmas(dockerfile);
  const everywhere = [...config.ignored, ...pragmas.global];
  return ({ rule, refs, file, range }, partner) => {
    if (everywhere.length === 0 && pragmas.byLine.size === 0) return refs;
    const names = [...everywhere];
    if (pragmas.byLine.size > 0 && file === dockerfile.path) {
      const line = instructionAt(dockerfile.instructions, range.startLine)?.startLine;
      names.push(...(pragmas.byLine.get(line ?? 0) ?? []));
      names.push(...(pragmas.byLine.get(partner?.startLine ?? 0) ?? []));
    }
    if (named(rule, refs, names) === undefined) return refs;
    if (set === 'default' || names.includes(rule)) return null;
    const others = refs.filter((ref) => !names.some((name) => isRef(ref, name)));
    return others.length > 0 ? others : null;
  };
}

function byPosition(a: Diagnostic, b: Diagnostic): number {
  return (
    a.range.startLine - b.range.startLine ||
    a.range.startColumn - b.range.startColumn ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
