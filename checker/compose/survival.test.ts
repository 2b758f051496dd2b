import fc from 'fast-check';
import { expect, it } from 'vitest';
import { composeSample } from './bench.ts';
import { completeAt } from './complete.ts';
import { hoverAt } from './hover.ts';
import { imagesOf } from './images.ts';
import { judgeCompose } from './judge.ts';
import type { ComposeRuleCases } from './rules/rule.ts';
import { composeView } from './view.ts';

const modules = import.meta.glob<{ cases: ComposeRuleCases }>('./rules/*.cases.ts', { eager: true });
const texts = Object.values(modules)
  .flatMap(({ cases }) => [...cases.bad, ...cases.good])
  .flatMap(({ compose }) => compose);

const pieces = [
  '',
  ' ',
  '\n',
  '\t',
  ':',
  ' - ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '&a ',
  '*a',
  '<<: *a',
  '!reset ',
  '!override',
  '|',
  '>',
  '#',
  '${',
  '$',
  'null',
  '1',
  'extends: web',
  '\u0000',
  '\uFEFF',
  '---\n',
  '? ',
  '\r\n',
];

/** A real file, with a few pieces put in, taken out or repeated. */
const damaged = fc
  .record({
    text: fc.constantFrom(...texts, composeSample(2)),
    edits: fc.array(fc.tuple(fc.nat(2000), fc.nat(12), fc.constantFrom(...pieces)), { maxLength: 4 }),
  })
  .map(({ text, edits }) =>
    edits.reduce((current, [at, removed, piece]) => {
      const start = at % (current.length + 1);
      return current.slice(0, start) + piece + current.slice(start + removed);
    }, text),
  );

it('no text makes a check, the merged file, the picture or the editor throw', () => {
  fc.assert(
    fc.property(damaged, damaged, fc.nat(40), fc.nat(40), (base, over, line, column) => {
      const files = [
        { path: 'compose.prod.yaml', text: base },
        { path: 'compose.override.yaml', text: over },
      ];
      const readFile = (path: string) => (path === 'Dockerfile' ? 'FROM node:22\n' : undefined);
      for (const merged of [files.slice(0, 1), files]) {
        const report = judgeCompose(merged, { all: true, readFile, image: imagesOf(readFile) });
        for (const { range, message } of report.diagnostics) {
          expect(message).not.toBe('');
          expect(range.startLine).toBeGreaterThan(0);
          expect(range.endLine).toBeGreaterThanOrEqual(range.startLine);
        }
        if (report.project) composeView(report.project);
      }
      completeAt(base, line + 1, column + 1);
      hoverAt(base, line + 1, column + 1);
    }),
    { numRuns: 600, seed: 11 },
  );
});

it('a refused text is refused by one kind of reason, with a place', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const { refused, diagnostics } = judgeCompose([{ path: 'compose.yaml', text }]);
      if (refused === null) return;
      expect(diagnostics.length).toBeGreaterThan(0);
      expect(new Set(diagnostics.map(({ rule }) => rule)).size).toBe(1);
    }),
    { numRuns: 600, seed: 12 },
  );
});

it.each<[string, string]>([
  ['brackets in brackets', `a: ${'['.repeat(20_000)}`],
  ['brackets in brackets, closed', `a: ${'['.repeat(3000)}${']'.repeat(3000)}`],
  ['mappings in mappings', Array.from({ length: 900 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ['lists in lists', '- '.repeat(20_000)],
])('values nested too deep are refused: %s', (_, text) => {
  const { diagnostics } = judgeCompose([{ path: 'compose.yaml', text }]);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]?.message).toContain('nested');
});

it.each<[string, string]>([
  ['variables in variables', `services:\n  a:\n    image: "${'${A:-'.repeat(5000)}${'}'.repeat(5000)}"\n`],
  [
    'a long chain of dependencies',
    `services:\n${Array.from({ length: 9000 }, (_, at) => `  s${at}: {image: a, depends_on: [s${at + 1}], ports: ["${at}:80"]}\n`).join('')}  s9000: {image: a}\n`,
  ],
  [
    'a long chain of extensions',
    `services:\n${Array.from({ length: 1000 }, (_, at) => `  s${at}: {image: a, extends: s${at + 1}}\n`).join('')}  s1000: {image: a}\n`,
  ],
  ['a port of many digits', `services:\n  a:\n    image: x\n    ports: ["${'1'.repeat(50_000)}"]\n`],
])('%s neither hang nor break the checks', (_, text) => {
  const { refused, project } = judgeCompose([{ path: 'compose.prod.yaml', text }], { all: true });
  expect(refused).toBeNull();
  expect(project && composeView(project).picture.services.length).toBe(project?.services.size);
});
