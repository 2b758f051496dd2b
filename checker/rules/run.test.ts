import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { DEFAULT_CONFIG } from './config.ts';
import type { Rule, RuleConfig, RuleContext } from './rule.ts';
import { type RunOptions, runRules } from './run.ts';

/** Speaks on every RUN. */
const onRun: Rule = {
  name: 'on-run',
  severity: 'warning',
  refs: ['hadolint:DL9001', 'trivy:DS-9001'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { name, range } of dockerfile.instructions) {
      if (name === 'run') yield { range, message: 'run' };
    }
  },
};
const onFrom: Rule = {
  ...onRun,
  name: 'a-from',
  refs: ['hadolint:DL9002'],
  set: 'all',
  check: ({ dockerfile }) => dockerfile.stages.map(({ from }) => ({ range: from.range, message: 'from' })),
};
const broken: Rule = {
  ...onRun,
  name: 'broken',
  check() {
    throw new Error('out of order');
  },
};

function run(text: string, config: Partial<RuleConfig> = {}, options: RunOptions = {}) {
  const dockerfile = parseDockerfile(text);
  const context: RuleContext = {
    project: { files: new Map(), contextKnown: false },
    dockerfile,
    config: { ...DEFAULT_CONFIG, ...config },
  };
  return runRules(context, { rules: [onRun, onFrom], ...options });
}

const lines = (text: string, config?: Partial<RuleConfig>, options?: RunOptions) =>
  run(text, config, options).diagnostics.map(({ range }) => range.startLine);

describe('which rules speak', () => {
  test('those of the default set, unless all are asked for', () => {
    expect(lines('FROM a\nRUN b')).toEqual([2]);
    expect(lines('FROM a\nRUN b', {}, { set: 'all' })).toEqual([1, 2]);
  });

  test('a finding may be for those alone who ask for all', () => {
    const quiet: Rule = {
      ...onRun,
      check: ({ dockerfile }) =>
        dockerfile.instructions.map(({ range }) => ({
          range,
          message: 'any',
          onRequest: range.startLine > 1,
        })),
    };
    expect(lines('FROM a\nRUN b', {}, { rules: [quiet] })).toEqual([1]);
    expect(lines('FROM a\nRUN b', {}, { set: 'all', rules: [quiet] })).toEqual([1, 2]);
  });

  test('a diagnostic has the name, severity, file and twins of its rule', () => {
    expect(run('FROM a\nRUN b').diagnostics[0]).toMatchObject({
      rule: 'on-run',
      severity: 'warning',
      file: 'Dockerfile',
      refs: ['hadolint:DL9001', 'trivy:DS-9001'],
    });
  });

  test('diagnostics come in the order of their places', () => {
    const rules = [onRun, onFrom];
    expect(lines('FROM a\nRUN b\nFROM c\nRUN d', {}, { set: 'all', rules })).toEqual([1, 2, 3, 4]);
  });
});

describe('a rule that breaks', () => {
  test('is reported as a failure of the checker, and the others speak', () => {
    const report = run('FROM a\nRUN b', {}, { rules: [broken, onRun] });
    expect(report.failures).toEqual([{ rule: 'broken', message: 'out of order' }]);
    expect(report.diagnostics).toHaveLength(1);
  });
});

describe('what the configuration says', () => {
  test.each(['on-run', 'DL9001', 'hadolint:DL9001', 'DS-9001'])(
    'a rule is ignored by the name %s',
    (name) => {
      expect(lines('FROM a\nRUN b', { ignored: [name] })).toEqual([]);
    },
  );

  test('a name that is none of its own changes nothing', () => {
    expect(lines('FROM a\nRUN b', { ignored: ['DL900', 'run', 'L9001'] })).toEqual([2]);
  });

  test('a severity can be changed by any of the names', () => {
    const report = run('FROM a\nRUN b', { override: { DL9001: 'error' } });
    expect(report.diagnostics[0]?.severity).toBe('error');
  });

  test('the caller has the last word', () => {
    expect(lines('FROM a\nRUN b', {}, { keep: ({ rule }) => rule !== 'on-run' })).toEqual([]);
  });
});

describe('comments in the file', () => {
  test.each([
    ['the line above', 'FROM a\n# hadolint ignore=DL9001\nRUN b\nRUN c', [4]],
    ['our own name', 'FROM a\n# hadolint ignore=on-run\nRUN b', []],
    ['several names', 'FROM a\n# hadolint ignore=DL1, DL9001\nRUN b', []],
    ['a reason behind it', 'FROM a\n# hadolint ignore=DL9001 # because\nRUN b', []],
    ['spaces', 'FROM a\n#hadolint  ignore = DL9001\nRUN b', []],
    ['among other comments', 'FROM a\n# hadolint ignore=DL9001\n# why\nRUN b', []],
    ['another name', 'FROM a\n# hadolint ignore=DL9002\nRUN b', [3]],
    ['another tool', 'FROM a\n# nolint ignore=DL9001\nRUN b', [3]],
    ['for the whole file', 'FROM a\nRUN b\n# hadolint global ignore=DL9001\nRUN c', []],
    ['over several lines', 'FROM a\n# hadolint ignore=DL9001\nRUN b \\\n  c', []],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test('may stand above either of two instructions that a finding is about', () => {
    const pair: Rule = {
      ...onRun,
      *check({ dockerfile: { instructions } }) {
        const [, first, second] = instructions;
        if (first && second) yield { range: first.range, message: 'pair', partner: second };
      },
    };
    const text = (comment: string) => `FROM a\nRUN b\n${comment}\nRUN c`;
    expect(lines(text('# hadolint ignore=DL9001'), {}, { rules: [pair] })).toEqual([]);
    expect(lines(text('# why'), {}, { rules: [pair] })).toEqual([2]);
  });

  test('take away one verdict of several where every rule is asked for', () => {
    const refs = (name: string) =>
      run(`FROM a\n# hadolint ignore=${name}\nRUN b`, {}, { set: 'all', rules: [onRun] }).diagnostics.map(
        (diagnostic) => diagnostic.refs,
      );
    expect(refs('DL9001')).toEqual([['trivy:DS-9001']]);
    expect(refs('DL9001,DS-9001')).toEqual([]);
    expect(refs('on-run')).toEqual([]);
  });

  test('count for nothing where the configuration says so', () => {
    const text = '# hadolint global ignore=DL9001\nFROM a\n# hadolint ignore=DL9001\nRUN b';
    expect(lines(text, { disableIgnorePragma: true })).toEqual([4]);
  });
});
