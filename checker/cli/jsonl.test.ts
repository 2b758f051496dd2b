import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerLine } from './jsonl.ts';

const DEFAULT = { all: false, predict: false };
const answer = (input: object, options = DEFAULT) =>
  answerLine(JSON.stringify(input), options) as {
    id: unknown;
    refused: string | null;
    instructions: [string, number, number][];
    diagnostics: { rule: string; refs: string[]; line: number; endLine: number }[];
    error?: string;
  };

describe('one line of the protocol', () => {
  it('is answered with instructions, diagnostics and no refusal', () => {
    const { id, refused, instructions, diagnostics } = answer({
      id: 'x',
      dockerfile: 'from scratch AS a\nCOPY a \\\n  /b\nMAINTAINER c\n',
    });
    expect({ id, refused }).toEqual({ id: 'x', refused: null });
    expect(instructions).toEqual([
      ['from', 1, 1],
      ['copy', 2, 3],
      ['maintainer', 4, 4],
    ]);
    expect(diagnostics.map(({ rule, line }) => [rule, line])).toContainEqual(['maintainer', 4]);
    expect(diagnostics.find(({ rule }) => rule === 'maintainer')?.refs).toContain('hadolint:DL4000');
  });

  it('names the lines that the other tools name: of the instruction, or where BuildKit looks', () => {
    const run = 'RUN set -x; \\\n\n  cd /tmp; \\\n  sudo make\n';
    const { diagnostics } = answer({ id: 1, dockerfile: `FROM debian:13-slim\n${run}` });
    const lines = (name: string) =>
      diagnostics.filter(({ rule }) => rule === name).map(({ line, endLine }) => [line, endLine]);
    expect(lines('cd-in-run')).toEqual([[2, 5]]);
    expect(lines('sudo')).toEqual([[2, 5]]);
    expect(lines('empty-continuation')).toEqual([[5, 5]]);
    expect(lines('missing-command')).toEqual([[5, 5]]);
  });

  it('carries BuildKit’s words for what it refuses', () => {
    expect(answer({ id: 1, dockerfile: 'FROM a\nCOPY --from=b --chown x /y\n' }).refused).toBe(
      'dockerfile parse error on line 2: missing a value on flag: --chown',
    );
    expect(answer({ id: 1, dockerfile: 'FROM a AS b\nCOPY --from=b /x /y\n' }).refused).toBe(
      'circular dependency detected on stage: b',
    );
    expect(answer({ id: 1, dockerfile: 'FROM a\nCOPY --from=3 /x /y\n' }).refused).toBe(
      'invalid stage index 3',
    );
    expect(answer({ id: 1, dockerfile: 'FROM a\nEXPOSE http\n' }).refused).toBe(
      'invalid containerPort: http',
    );
    expect(answer({ id: 1, dockerfile: 'FROM A:\n' }).refused).toBe(
      'failed to parse stage name "A:": invalid reference format: repository name (library/A) must be lowercase',
    );
    expect(answer({ id: 1, dockerfile: 'FROM a', target: 'b' }).refused).toBe(
      'target stage "b" could not be found',
    );
  });

  it.each([
    ['what is not JSON', 'x'],
    ['what is no object', '[]'],
    ['an object without a file', '{"id":1}'],
    ['a file that is no text', '{"id":1,"dockerfile":1}'],
    ['a context that is no list', '{"id":1,"dockerfile":"","context":{}}'],
    ['an entry without a path', '{"id":1,"dockerfile":"","context":[{}]}'],
    ['broken base64', '{"id":1,"dockerfile":"","context":[{"path":"a","base64":"*"}]}'],
    ['Compose that is no text', '{"id":1,"compose":1}'],
  ])('answers %s with an error', (_, line) => {
    expect(answerLine(line, DEFAULT)).toEqual({ id: null, error: expect.stringMatching(/./) });
  });

  it('judges Compose too', () => {
    const { refused, diagnostics } = answer({
      id: 1,
      compose: 'services:\n  a:\n    image: b\n    portz: []\n',
    });
    expect(refused).toMatch(/portz/);
    expect(diagnostics).toMatchObject([{ rule: 'compose-schema', line: 4, path: 'services.a.portz' }]);
  });
});

/** BuildKit's own cases lie beside the repository where they are at hand; they are not ours to copy. */
const FILE = new URL('../../../shared/cases/buildkit-lint.json', import.meta.url);

interface Case {
  id: string;
  dockerfile: string;
  dockerignore?: string;
  buildArgs?: Record<string, string>;
  expected: { rule: string; line: number }[];
  error?: string;
  note?: string;
}

describe.skipIf(!existsSync(FILE))(
  'BuildKit’s own cases, through the protocol (skipped where they are not at hand)',
  () => {
    const cases = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Case[]) : [];
    // That one asks a registry which platform an image was built for, which nobody can know from the file.
    const knowable = cases.filter(({ expected }) =>
      expected.every(({ rule }) => rule !== 'InvalidBaseImagePlatform'),
    );

    it.each(knowable.flatMap((one) => [false, true].map((all) => ({ ...one, all }))))(
      '$id, every rule: $all',
      ({ all, expected, error, note, ...input }) => {
        const { diagnostics, refused } = answer(input, { all, predict: false });
        const seen = diagnostics.flatMap(({ refs, line }) =>
          refs
            .filter((ref) => ref.startsWith('buildkit:'))
            .map((ref) => `${ref.slice('buildkit:'.length)} ${line}`),
        );
        // The recorded lines of one case are known to be off by two; its note says so.
        const shift = note?.includes('the real lines are 5 and 6') ? 2 : 0;
        expect(seen.sort()).toEqual(expected.map(({ rule, line }) => `${rule} ${line + shift}`).sort());
        expect(refused).toBe(error ?? null);
      },
    );
  },
);
