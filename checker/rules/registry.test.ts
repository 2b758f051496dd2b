import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { applyEdits } from '../fix.ts';
import { LineIndex } from '../text.ts';
import type { ContextEntry, Diagnostic, Fix, Project } from '../types.ts';
import { DEFAULT_CONFIG } from './config.ts';
import { rulePages } from './pages.ts';
import { rules } from './registry.ts';
import type { Rule, RuleCase, RuleCases } from './rule.ts';
import { runRules } from './run.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder);
const allCases = new Map<string, RuleCases>();
for (const file of files.filter((name) => name.endsWith('.cases.ts'))) {
  const module = (await import(`./${file}`)) as { cases: RuleCases };
  allCases.set(file.slice(0, -'.cases.ts'.length), module.cases);
}

function projectOf(ruleCase: RuleCase): Project {
  const files = new Map<string, ContextEntry>();
  files.set('Dockerfile', { kind: 'file', content: ruleCase.dockerfile });
  if (ruleCase.dockerignore !== undefined) {
    files.set('.dockerignore', { kind: 'file', content: ruleCase.dockerignore });
  }
  for (const [path, content] of Object.entries(ruleCase.context ?? {}))
    files.set(path, { kind: 'file', content });
  const project: Project = { files, contextKnown: ruleCase.context !== undefined, dockerfile: 'Dockerfile' };
  return ruleCase.buildArgs ? { ...project, buildArgs: ruleCase.buildArgs } : project;
}

/** What one rule says of a case; a failure of the rule fails the test. */
function judge(rule: Rule, ruleCase: RuleCase): Diagnostic[] {
  const project = projectOf(ruleCase);
  const { buildArgs } = ruleCase;
  const dockerfile = parseDockerfile(ruleCase.dockerfile, buildArgs ? { buildArgs } : {});
  const context = { project, dockerfile, config: { ...DEFAULT_CONFIG, ...ruleCase.config } };
  const report = runRules(context, { set: 'all', rules: [rule] });
  expect(report.failures).toEqual([]);
  return report.diagnostics;
}

/** The file with a fix applied; throws when the edits of one fix overlap. */
const applyFix = (text: string, fix: Fix): string =>
  applyEdits({ Dockerfile: text }, fix.edits).Dockerfile as string;

describe('the registry', () => {
  test('names every rule that has a file, once', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    const names = rules.map(({ name }) => name).sort();
    expect([...allCases.keys()].sort()).toEqual(names);
    expect(Object.keys(rulePages).sort()).toEqual(names);
  });

  test.each(rules.map((rule) => [rule.name, rule] as const))('%s says what it is for', (name, rule) => {
    expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(files).toContain(`${name}.ts`);
    const page = rulePages[name];
    expect(page?.title).toMatch(/^[A-Z].*[^.]$/);
    expect(page?.why).toMatch(/^\S.*\.$/s);
    for (const ref of rule.refs) expect(ref).toMatch(/^(buildkit:\w+|hadolint:DL\d{4}|trivy:DS-\d{4})$/);
    for (const source of page?.sources ?? []) expect(() => new URL(source)).not.toThrow();
  });
});

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const { bad = [], good = [] } = allCases.get(name) ?? {};
  const title = (ruleCase: RuleCase) => ruleCase.about ?? JSON.stringify(ruleCase.dockerfile);

  test('has cases to show', () => {
    expect(bad.length).toBeGreaterThanOrEqual(2);
    expect(good.length).toBeGreaterThanOrEqual(2);
  });

  test.each(bad.map((ruleCase) => [title(ruleCase), ruleCase] as const))('catches: %s', (_, ruleCase) => {
    const diagnostics = judge(rule, ruleCase);
    const last = new LineIndex(ruleCase.dockerfile).lineCount;
    expect(diagnostics).not.toEqual([]);
    if (ruleCase.lines) expect(diagnostics.map(({ range }) => range.startLine)).toEqual(ruleCase.lines);
    for (const { message, range, file } of diagnostics) {
      expect(message).toMatch(/[.!?)`]$/);
      if (file === 'Dockerfile') expect(range.endLine).toBeLessThanOrEqual(last);
    }
  });

  test.each(good.map((ruleCase) => [title(ruleCase), ruleCase] as const))(
    'leaves alone: %s',
    (_, ruleCase) => {
      expect(judge(rule, ruleCase)).toEqual([]);
    },
  );

  const fixable = bad.filter((ruleCase) => judge(rule, ruleCase).some(({ fix }) => fix));
  if (fixable.length > 0) {
    test.each(fixable.map((ruleCase) => [title(ruleCase), ruleCase] as const))('mends: %s', (_, ruleCase) => {
      const before = judge(rule, ruleCase);
      const refusal = parseDockerfile(ruleCase.dockerfile).refusal;
      for (const { fix, range } of before) {
        if (!fix || fix.edits.some(({ file }) => file !== 'Dockerfile')) continue;
        const dockerfile = applyFix(ruleCase.dockerfile, fix);
        const after = judge(rule, { ...ruleCase, dockerfile });
        expect(after.length, `line ${range.startLine} of:\n${dockerfile}`).toBeLessThan(before.length);
        if (!refusal) expect(parseDockerfile(dockerfile).refusal).toBeNull();
      }
    });
  }
});
