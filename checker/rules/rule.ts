import type { Dockerfile, Instruction } from '../dockerfile/types.ts';
import type { Fix, Project, Range, Severity } from '../types.ts';

/** A finding before the engine adds rule name, severity, file and twins. */
export interface Finding {
  range: Range;
  message: string;
  /** Only where it differs from the rule's own. */
  severity?: Severity;
  /** File that it is about, where it is not the Dockerfile. */
  file?: string;
  /** Twins, where this finding has others than the rule in general. */
  refs?: readonly string[];
  fix?: Fix;
  /** It is said only where every rule is asked for: a tool objects to it, a colleague would not. */
  onRequest?: boolean;
  /** Another instruction that it is about, at which a comment may silence it too: the one that replaces this one. */
  partner?: Instruction;
}

/** One thing that a good engineer would object to. A rule is a value; its cases stand beside it in `<name>.cases.ts`. */
export interface Rule {
  /** Kebab-case, stable: links and configuration name it. */
  name: string;
  severity: Severity;
  /** `buildkit:...`, `hadolint:...`, `trivy:...`. */
  refs: readonly string[];
  /** `default`: on for everyone; `all`: only where every rule is asked for; `configured`: needs configuration to say anything. */
  set: 'default' | 'all' | 'configured';
  check(context: RuleContext): Iterable<Finding>;
}

/** What the reference says of a rule beside its cases: a value of its own, which who only runs the rule leaves out. */
export interface RulePage {
  /** Imperative and short: `Run as a user other than root`. */
  title: string;
  /** Why it matters: two or three sentences. */
  why: string;
  /** Where the facts stand: addresses of primary documentation. */
  sources?: readonly string[];
}

/** What a rule may look at. Whatever costs time is computed once, when first asked for. */
export interface RuleContext {
  project: Project;
  dockerfile: Dockerfile;
  config: RuleConfig;
}

/** The shape of `.hadolint.yaml`, as far as it steers rules. */
export interface RuleConfig {
  trustedRegistries: readonly string[];
  labelSchema: Readonly<Record<string, LabelType>>;
  strictLabels: boolean;
  /** Rule names or twins (`DL3008`, `hadolint:DL3008`, `latest-tag`) that say nothing. */
  ignored: readonly string[];
  /** Severities by rule name or twin. */
  override: Readonly<Record<string, Severity>>;
  disableIgnorePragma: boolean;
  /** The identifiers that a label of the type `spdx` may hold; null where no configuration brought the list. */
  licenses: ReadonlySet<string> | null;
}

export type LabelType = 'text' | 'rfc3339' | 'semver' | 'url' | 'hash' | 'spdx' | 'email';

/** Pairs that must and must not be caught; the first of each stands on the rule's reference page. */
export interface RuleCases {
  bad: readonly RuleCase[];
  good: readonly RuleCase[];
}

export interface RuleCase {
  /** What this case shows, if it is not plain. */
  about?: string;
  dockerfile: string;
  dockerignore?: string;
  /** Contents by path; when given, it is the whole context. */
  context?: Readonly<Record<string, string>>;
  buildArgs?: Readonly<Record<string, string>>;
  config?: Partial<RuleConfig>;
  /** Lines on which the rule must speak, one entry a finding; any number on any line when left out. */
  lines?: readonly number[];
}
