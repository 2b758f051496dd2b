import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../index.ts';
import { LineIndex } from '../text.ts';
import type { Fix } from '../types.ts';

const COMMANDS = [
  'apt-get update',
  'apt-get install curl',
  'apt install -y a b',
  'dnf install x',
  'yum -y install a',
  'zypper in v',
  'apk add a',
  'pip install "a b"',
  'yarn install',
  'wget x | tar x',
  'useradd -u 1234567 b',
  '(sudo apt-get install d)',
  'if x; then apt-get install e; fi',
  'echo "$(apk add f)" `apk add \\`g\\``',
  'true # not a command',
];
const SEPARATORS = [' && ', '; ', ' || ', ' \\\n  && ', ' &&\\\n # why\n\t'];

/** RUNs that put the same commands into every form that an instruction may have. */
const dockerfiles = fc
  .tuple(
    fc.array(fc.constantFrom(...COMMANDS), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(...SEPARATORS),
    fc.constantFrom('shell', 'heredoc', 'onbuild', 'exec', 'sh -c'),
  )
  .map(([commands, separator, form]) => {
    const script = commands.join(separator);
    const run = {
      shell: `RUN ${script}  `,
      heredoc: `RUN <<EOF\n${commands.join('\n')}\nEOF`,
      onbuild: `ONBUILD RUN --mount=type=cache,target=/a ${script}`,
      exec: `RUN ${JSON.stringify(commands[0]?.split(' '))}`,
      'sh -c': `RUN ${JSON.stringify(['sh', '-c', commands.join(' && ')])}`,
    }[form];
    return `FROM a:1\n${run}\nCMD ["x"]\n`;
  });

function judge(dockerfile: string) {
  const files = new Map([['Dockerfile', { kind: 'file' as const, content: dockerfile }]]);
  return check({ files, contextKnown: false, dockerfile: 'Dockerfile' }, { all: true });
}

/** The file with a fix of one edit applied. */
function apply(text: string, { edits }: Fix): string {
  const index = new LineIndex(text);
  const offset = (line: number, column: number) => index.lineStart(line) + column - 1;
  const [edit, ...more] = edits;
  if (!edit || more.length > 0) throw new Error('This test expects fixes of one edit.');
  const { startLine, startColumn, endLine, endColumn } = edit.range;
  return text.slice(0, offset(startLine, startColumn)) + edit.text + text.slice(offset(endLine, endColumn));
}

test('in any form of RUN a fix removes what it mends, and leaves a file and a script that can be read', () => {
  fc.assert(
    fc.property(dockerfiles, (dockerfile) => {
      const before = judge(dockerfile);
      const count = (report: typeof before, rule: string) =>
        report.diagnostics.filter((diagnostic) => diagnostic.rule === rule).length;
      expect(before.failures).toEqual([]);
      for (const { rule, fix } of before.diagnostics) {
        if (fix?.edits.length !== 1) continue;
        const after = judge(apply(dockerfile, fix));
        expect(count(after, rule)).toBeLessThan(count(before, rule));
        expect(count(after, 'shell-syntax')).toBeLessThanOrEqual(count(before, 'shell-syntax'));
        expect(after.refusal === null).toBe(before.refusal === null);
      }
    }),
    { numRuns: 300, seed: 11 },
  );
});
