import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../text.ts';
import type { Diagnostic, TextEdit } from '../../types.ts';
import { imagesOf } from '../images.ts';
import { judgeCompose } from '../judge.ts';
import type { Role } from '../model.ts';
import { composeRules } from './registry.ts';
import type { ComposeRuleCase, ComposeRuleCases, ImageContents } from './rule.ts';

const modules = import.meta.glob<{ cases: ComposeRuleCases }>('./*.cases.ts', { eager: true });

const fileNames: Record<Role, string> = {
  production: 'compose.prod.yaml',
  development: 'compose.dev.yaml',
  unknown: 'compose.yaml',
};

function judge(
  example: ComposeRuleCase,
  rule: string,
): { found: Diagnostic[]; texts: { path: string; text: string }[] } {
  const written = typeof example.compose === 'string' ? [example.compose] : example.compose;
  const texts = written.map((text, index) => ({
    path: index === written.length - 1 ? fileNames[example.role ?? 'unknown'] : `compose.${index}.yaml`,
    text,
  }));
  const readFile = (path: string) => example.files?.[path];
  const report = judgeCompose(texts, {
    all: true,
    readFile,
    image: (service) => ({
      ...imagesOf(readFile)(service),
      ...(example.image && service.build && { contents: contentsOf(example.image) }),
    }),
  });
  expect(report.refused).toBeNull();
  return { found: report.diagnostics.filter((diagnostic) => diagnostic.rule === rule), texts };
}

function contentsOf({ has, lacks, users, ports }: NonNullable<ComposeRuleCase['image']>): ImageContents {
  return {
    hasCommand: (name) => (has?.includes(name) ? 'yes' : lacks?.includes(name) ? 'no' : 'unknown'),
    accounts: {
      users: new Map(
        (users ?? []).map((name) => [name, { uid: undefined, gid: undefined, home: undefined, groups: [] }]),
      ),
      groups: new Map(),
      complete: users !== undefined,
      doubtful: new Set(),
    },
    config: {
      ports: (ports ?? []).map((port) => ({ port, protocol: 'tcp' })),
    } as unknown as ImageContents['config'],
  };
}

function apply(text: string, edits: readonly TextEdit[]): string {
  const index = new LineIndex(text);
  return edits
    .map(({ range, text: inserted }) => ({
      from: index.lineStart(range.startLine) + range.startColumn - 1,
      to: index.lineStart(range.endLine) + range.endColumn - 1,
      inserted,
    }))
    .sort((a, b) => b.from - a.from)
    .reduce((result, { from, to, inserted }) => result.slice(0, from) + inserted + result.slice(to), text);
}

describe.each(composeRules.map((rule) => [rule.name, rule] as const))('%s', (name) => {
  const cases = modules[`./${name}.cases.ts`]?.cases;

  it('has cases', () => {
    expect(cases?.bad.length).toBeGreaterThan(0);
    expect(cases?.good.length).toBeGreaterThan(0);
  });

  it.each(
    (cases?.bad ?? []).map((example) => [example.about ?? JSON.stringify(example.compose), example] as const),
  )('objects to: %s', (_, example) => {
    const { found, texts } = judge(example, name);
    expect(found.length).toBeGreaterThan(0);
    if (example.lines) expect(found.map(({ range }) => range.startLine)).toEqual(example.lines);
    if (example.fixed === undefined) return;
    const { fix } = found[0] as Diagnostic;
    expect(apply(texts[0]?.text ?? '', fix?.edits ?? [])).toBe(example.fixed);
    expect(judge({ ...example, compose: example.fixed }, name).found).toEqual([]);
  });

  it.each(
    (cases?.good ?? []).map(
      (example) => [example.about ?? JSON.stringify(example.compose), example] as const,
    ),
  )('says nothing about: %s', (_, example) => {
    expect(judge(example, name).found).toEqual([]);
  });
});

it('names every rule once, and only rules that exist have cases', () => {
  const names = composeRules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(
    Object.keys(modules)
      .map((path) => path.slice(2, -'.cases.ts'.length))
      .sort(),
  ).toEqual([...names].sort());
});

it('every rule says why it matters and where that is written', () => {
  for (const { title, why, sources } of composeRules) {
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(why.length).toBeGreaterThan(60);
    expect(sources.length).toBeGreaterThan(0);
  }
});

it('every message is a plain sentence', () => {
  for (const [path, { cases }] of Object.entries(modules)) {
    for (const example of cases.bad) {
      for (const { message } of judge(example, path.slice(2, -'.cases.ts'.length)).found) {
        expect(message).toMatch(/[.?]$/);
        expect(message).not.toContain('undefined');
      }
    }
  }
});

it('every fix leaves a file that Compose still takes', () => {
  for (const [path, { cases }] of Object.entries(modules)) {
    for (const example of cases.bad) {
      const { found, texts } = judge(example, path.slice(2, -'.cases.ts'.length));
      for (const { fix } of found) {
        if (!fix) continue;
        const fixed = texts.map((file) => ({
          ...file,
          text: apply(
            file.text,
            fix.edits.filter((edit) => edit.file === file.path),
          ),
        }));
        expect(judgeCompose(fixed).refused).toBeNull();
      }
    }
  }
});
