import type { Severity } from '../types.ts';
import type { LabelType, RuleConfig } from './rule.ts';
import { SPDX_LICENSES } from './spdx-licenses.ts';

/** What holds where no configuration file says otherwise. */
export const DEFAULT_CONFIG: RuleConfig = {
  trustedRegistries: [],
  labelSchema: {},
  strictLabels: false,
  ignored: [],
  override: {},
  disableIgnorePragma: false,
  licenses: null,
};

/** What a `.hadolint.yaml` asks for. */
export interface HadolintConfig {
  rules: RuleConfig;
  /** From which severity on the run fails: `failure-threshold`, or `none` by `no-fail`; null where not said. */
  failOn: Severity | 'none' | null;
}

/** A configuration file that cannot be used; the message says where it is wrong and what belongs there. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** hadolint's severities in ours: it has one more, for style. */
const SEVERITIES: Readonly<Record<string, Severity>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  style: 'info',
};

const LABEL_TYPES: readonly LabelType[] = ['text', 'rfc3339', 'semver', 'url', 'hash', 'spdx', 'email'];

/** How the output looks: not for the rules to know. */
const PRESENTATION: ReadonlySet<string> = new Set(['format', 'no-color', 'verbose']);

/**
 * Translates a parsed `.hadolint.yaml` (https://github.com/hadolint/hadolint#configure).
 *
 * @param parsed - what a YAML parser made of the file; null for an empty one.
 * @throws ConfigError when a key is not known or its value has the wrong shape.
 */
export function configFromHadolintYaml(parsed: unknown): HadolintConfig {
  const rules: { -readonly [Key in keyof RuleConfig]: RuleConfig[Key] } = { ...DEFAULT_CONFIG };
  let failOn: HadolintConfig['failOn'] = null;
  let noFail = false;
  for (const [key, value] of Object.entries(mapping(parsed ?? {}, 'The configuration'))) {
    switch (key) {
      case 'ignored':
        rules.ignored = strings(value, key);
        break;
      case 'trustedRegistries':
        rules.trustedRegistries = strings(value, key);
        break;
      case 'label-schema':
        rules.labelSchema = labelSchema(value);
        if (Object.values(rules.labelSchema).includes('spdx'))
          rules.licenses = new Set(SPDX_LICENSES.trim().split(/\s+/));
        break;
      case 'strict-labels':
        rules.strictLabels = flag(value, key);
        break;
      case 'disable-ignore-pragma':
        rules.disableIgnorePragma = flag(value, key);
        break;
      case 'override':
        rules.override = override(value);
        break;
      case 'failure-threshold':
        failOn = threshold(value);
        break;
      case 'no-fail':
        noFail = flag(value, key);
        break;
      default:
        if (!PRESENTATION.has(key)) throw new ConfigError(`"${key}" is not a setting of .hadolint.yaml.`);
    }
  }
  return { rules, failOn: noFail ? 'none' : failOn };
}

function mapping(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new ConfigError(`${what} must be a mapping of names to values.`);
}

function strings(value: unknown, key: string): string[] {
  const list = value ?? [];
  if (Array.isArray(list) && list.every((entry) => typeof entry === 'string')) return list;
  throw new ConfigError(`"${key}" must be a list of texts.`);
}

function flag(value: unknown, key: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new ConfigError(`"${key}" must be true or false.`);
}

function labelSchema(value: unknown): Record<string, LabelType> {
  const schema: Record<string, LabelType> = {};
  for (const [label, type] of Object.entries(mapping(value ?? {}, '"label-schema"'))) {
    const known = LABEL_TYPES.find((name) => name === (type === 'rawtext' ? 'text' : type));
    if (!known)
      throw new ConfigError(
        `"label-schema" gives ${label} a type that is none of ${LABEL_TYPES.join(', ')}.`,
      );
    schema[label] = known;
  }
  return schema;
}

function override(value: unknown): Record<string, Severity> {
  const severities: Record<string, Severity> = {};
  for (const [level, names] of Object.entries(mapping(value ?? {}, '"override"'))) {
    const severity = Object.hasOwn(SEVERITIES, level) ? SEVERITIES[level] : undefined;
    if (!severity)
      throw new ConfigError(`"override" has no level "${level}": it takes error, warning, info and style.`);
    for (const name of strings(names, `override.${level}`)) severities[name] = severity;
  }
  return severities;
}

function threshold(value: unknown): Severity | 'none' {
  if (value === 'ignore' || value === 'none') return 'none';
  const severity =
    typeof value === 'string' && Object.hasOwn(SEVERITIES, value) ? SEVERITIES[value] : undefined;
  if (severity) return severity;
  throw new ConfigError('"failure-threshold" must be error, warning, info, style, ignore or none.');
}
