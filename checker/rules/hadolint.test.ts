import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../index.ts';
import type { Project } from '../types.ts';
import { DEVIATIONS } from './hadolint-deviations.ts';
import type { LabelType, RuleConfig } from './rule.ts';
import { SPDX_LICENSES } from './spdx-licenses.ts';

/** One verdict of hadolint: whether it reports the rule, and how often where that is known. */
interface HadolintCase {
  id: string;
  rule: string;
  about: string;
  dockerfile: string;
  reports: boolean;
  count?: number;
  /** hadolint's own configuration, as its tests write it. */
  config?: string;
}

const FILE = new URL('../../../shared/cases/hadolint.json', import.meta.url);
const TARGET = 0.98;

const LABEL_TYPES: Readonly<Record<string, LabelType>> = {
  RawText: 'text',
  Rfc3339: 'rfc3339',
  SemVer: 'semver',
  Url: 'url',
  GitHash: 'hash',
  Spdx: 'spdx',
  Email: 'email',
};

/** Reads `def { allowedRegistries = ["x.com"], labelSchema = Map.fromList [("a", Rule.Url)] }`. */
function readConfig(text: string): Partial<RuleConfig> {
  const registries = /allowedRegistries\s*=\s*\[([^\]]*)\]/.exec(text)?.[1];
  const labels = [...text.matchAll(/\("([^"]+)",\s*(?:Rule\.)?(\w+)\)/g)].map(([, name, type]) => {
    const known = LABEL_TYPES[type ?? ''];
    if (!known) throw new Error(`hadolint's label type ${type} is not known here`);
    return [name, known];
  });
  return {
    trustedRegistries: [...(registries ?? '').matchAll(/"([^"]*)"/g)].map(([, name]) => name ?? ''),
    labelSchema: Object.fromEntries(labels),
    licenses: new Set(SPDX_LICENSES.trim().split(/\s+/)),
    strictLabels: /strictLabels\s*=\s*True/.test(text),
  };
}

function countOf({ dockerfile, rule, config }: HadolintCase): number {
  const project: Project = {
    files: new Map([['Dockerfile', { kind: 'file', content: dockerfile }]]),
    contextKnown: false,
    dockerfile: 'Dockerfile',
  };
  const report = check(project, { all: true, config: config ? readConfig(config) : {} });
  expect(report.failures).toEqual([]);
  return report.diagnostics.filter(({ refs }) => refs.includes(`hadolint:${rule}`)).length;
}

if (existsSync(FILE)) {
  const cases: HadolintCase[] = JSON.parse(readFileSync(FILE, 'utf8'));

  describe('agreement with hadolint', () => {
    const judged = cases.map((given) => ({ ...given, found: countOf(given) }));
    const agrees = (one: (typeof judged)[number]) => one.found > 0 === one.reports;

    test.each([true, false])('is at least 98 % where reports is %s', (reports) => {
      const same = judged.filter((one) => one.reports === reports);
      const agreed = same.filter(agrees).length;
      console.info(`hadolint, reports ${reports}: ${agreed} of ${same.length} agree`);
      expect(agreed / same.length).toBeGreaterThanOrEqual(TARGET);
    });

    test('every deviation is a decision that is explained, and none is stale', () => {
      const differing = judged.filter((one) => !agrees(one)).map(({ id }) => id);
      expect(DEVIATIONS.flatMap(({ cases }) => cases).sort()).toEqual(differing.sort());
    });

    test('the number of reports is the same where it is known', () => {
      const other = judged.filter((one) => agrees(one) && one.count !== undefined && one.found !== one.count);
      expect(other.map(({ id, count, found }) => ({ id, count, found }))).toEqual([]);
    });
  });
} else {
  test('agreement with hadolint cannot be measured: its cases are not on this machine', () => {
    expect(existsSync(FILE)).toBe(false);
  });
}
