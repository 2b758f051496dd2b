import { describe, expect, it } from 'vitest';
import { readCompose } from './read.ts';
import { type ComposeNode, rangeOf } from './types.ts';

function plainValue(node: ComposeNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'sequence') return node.items.map(plainValue);
  return Object.fromEntries([...node.entries].map(([name, { value }]) => [name, plainValue(value)]));
}

function values(text: string): unknown[] {
  const { roots, problems } = readCompose(text, 'compose.yaml');
  expect(problems).toEqual([]);
  return roots.map(plainValue);
}

function refusals(text: string): [line: number, message: string][] {
  return readCompose(text, 'compose.yaml').problems.map(({ range, message }) => [range.startLine, message]);
}

describe('values mean what they mean to Compose', () => {
  it.each([
    ['yes', 'yes'],
    ['on', 'on'],
    ['true', true],
    ['TRUE', true],
    ['~', null],
    ['', null],
    ['"80"', '80'],
    ['80', 80],
    ['0444', 292],
    ['0o444', 292],
    ['0x10', 16],
    ['1_000', 1000],
    ['08', 8],
    ['1.5', 1.5],
    ['1e3', 1000],
    ['22:22', '22:22'],
    ['1.2.3', '1.2.3'],
    ['+5', 5],
    ['-', '-'],
    ['!!str 5', '5'],
    ['!!int "5"', 5],
    ['2024-01-01', '2024-01-01'],
    ['${X:-1}', '${X:-1}'],
  ])('%s', (written, value) => {
    if (written === '-') return expect(values("a: '-'\n")).toEqual([{ a: value }]);
    expect(values(`a: ${written}\n`)).toEqual([{ a: value }]);
  });
});

describe('anchors and merge keys are resolved', () => {
  it('own keys win over merged ones, and earlier merged ones over later', () => {
    expect(
      values('x-a: &a {p: 1, q: 1}\nx-b: &b {q: 2, r: 2}\nc:\n  r: 3\n  <<: [*a, *b]\n')[0],
    ).toMatchObject({ c: { p: 1, q: 1, r: 3 } });
  });

  it('a merged value knows where it is written', () => {
    const { roots } = readCompose('x-a: &a\n  p: 1\nc:\n  <<: *a\n', 'compose.yaml');
    const root = roots[0] as ComposeNode;
    const merged = root.kind === 'mapping' ? root.entries.get('c')?.value : undefined;
    const entry = merged?.kind === 'mapping' ? merged.entries.get('p') : undefined;
    expect(entry?.inherited).toBe(true);
    expect(entry && rangeOf(entry.value)).toEqual({ startLine: 2, startColumn: 6, endLine: 2, endColumn: 7 });
  });
});

it('reads several documents, as Compose merges them', () => {
  expect(values('services: {}\n---\nvolumes: {}\n')).toEqual([{ services: {} }, { volumes: {} }]);
});

it('takes what Compose takes and stricter readers do not', () => {
  expect(values('a: "x"# note\n')).toEqual([{ a: 'x' }]);
  expect(values(`a: "it\\'s"\n`)[0]).toHaveProperty('a');
});

it('lets brackets and quotes end further left than they began', () => {
  expect(values('a:\n  b:\n    c: [\n      x,\n  y\n]\n  d: 1\n')).toEqual([
    { a: { b: { c: ['x', 'y'] }, d: 1 } },
  ]);
  expect(values('a:\n  b: "x\ny"\n  c: 1\n')).toEqual([{ a: { b: 'x y', c: 1 } }]);
});

describe('what Compose refuses is refused, once, at its place', () => {
  it.each([
    ['a: 1\nb: 2\na: 3\n', 3, 'twice'],
    ['a: 1\n"a": 3\n', 2, 'twice'],
    ['x: &x {}\ny: &y {}\na:\n  <<: *x\n  <<: *y\n', 5, 'twice'],
    ['a:\n\tb: 1\n', 2, 'tabs'],
    ['a:\n  b: 1\n\t# note\n', 3, 'tabs'],
    ['a: foo\n\tbar\n', 2, 'tabs'],
    ['a: |\n\tfoo\n', 2, 'tabs'],
    ['a: \u0001\n', 1, 'control'],
    ['a: *x\n', 1, 'anchor'],
    ['a: &x\n  b: *x\n', 2, 'itself'],
    ['a: foo: bar\n', 1, 'quotes'],
    ['a: @x\n', 1, 'quotes'],
    ['a: "x\n', 2, 'never closed'],
    ['a: [1, 2\n', 2, 'never closed'],
    ['a: 1\n<<: 5\n', 2, 'merges'],
  ])('%j', (text, line, message) => {
    const found = refusals(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.[0]).toBe(line);
    expect(found[0]?.[1]).toContain(message);
  });

  it('but tabs inside values and behind them are fine', () => {
    expect(refusals('a: |\n  x\n  \ty\nb: [\n\t1]\nc:\t2 # note\n')).toEqual([]);
  });
});

describe('no text makes the reader hang or throw', () => {
  it('an alias bomb is refused with one clear sentence', () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'x0: &x0 [a,a,a,a,a,a,a,a,a]'
        : `x${level}: &x${level} [${Array(9)
            .fill(`*x${level - 1}`)
            .join()}]`,
    );
    const found = refusals(`${levels.join('\n')}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]?.[1]).toContain('aliases');
  });

  it('a bomb of merge keys is bounded, too', () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? 'x0: &x0 {k0: 1}' : `x${level}: &x${level} {a: *x${level - 1}, b: *x${level - 1}}`,
    );
    expect(refusals(`${levels.join('\n')}\n`)).toHaveLength(1);
  });

  it('a file of a megabyte is read', () => {
    const services = Array.from(
      { length: 15_000 },
      (_, index) => `  s${index}:\n    image: registry.example.com/app:${index}\n    restart: always\n`,
    );
    const text = `services:\n${services.join('')}`;
    expect(text.length).toBeGreaterThan(900_000);
    expect(readCompose(text, 'compose.yaml').problems).toEqual([]);
  });

  it.each([
    '',
    '\n',
    '# note\n',
    '\uFEFFa: 1\n',
    '---\n',
    '- 1\n',
    '"',
    '{',
    '[',
    ': ',
    '&',
    '*',
    '!',
    '%',
    '\t',
    '|',
    '? ',
    '\0',
    '- - - -',
  ])('%j', (text) => {
    expect(() => readCompose(text, 'compose.yaml')).not.toThrow();
  });
});
