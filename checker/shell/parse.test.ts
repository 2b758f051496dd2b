import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineIndex, MappedText } from '../text.ts';
import { findFlag, flagValue, hasFlag, mayHoldFlags, operands } from './args.ts';
import { unwrap } from './calls.ts';
import { parseShell } from './parse.ts';
import { joinLines } from './source.ts';
import type { ShellCommand } from './types.ts';

function source(text: string): MappedText {
  return MappedText.fromPieces(new LineIndex(text), [[0, text.length]]);
}

function commands(text: string): ShellCommand[] {
  return parseShell(source(text)).commands;
}

function first(text: string): ShellCommand {
  const [command] = commands(text);
  if (!command) throw new Error(`no command in ${text}`);
  return command;
}

const words = (command: ShellCommand) =>
  [command.name, ...command.args].map((word) => word?.text ?? '').join(' ');

describe('the commands of a script', () => {
  test.each([
    ['a && b || c; d | e & f', 'a|b|c|d|e|f'],
    ['( a; b ) && { c; }', 'a|b|c'],
    ['if a; then b; elif c; then d; else e; fi', 'a|b|c|d|e'],
    ['for i in 1 2; do a $i; done', 'a $i'],
    ['while a; do b; done; until c; do d; done', 'a|b|c|d'],
    ['case $x in a|b) c;; *) d;; esac', 'c|d'],
    ['f() { a; }; f', 'a|f'],
    ['function g { a; }', 'a'],
    ['! a && time b', 'a|b'],
    ['[[ -n $(a) ]] && b', 'a|b'],
    ['echo "$(a "$(b)")" `c`', 'echo $(a "$(b)") `c`|a $(b)|b|c'],
    ['x=$(a) y=1 b', 'b|a'],
    ['cat <(a) > $(b)', 'cat <(a)|a|b'],
    ['echo ${x:-$(a)} $((1 + $(b)))', 'echo ${x:-$(a)} $((1 + $(b)))|a|b'],
    ['cat <<E && a\n$(b)\nE\nc', 'cat|b|a|c'],
    ["cat <<'E'\n$(b)\nE\nc", 'cat|c'],
    ['a # not b', 'a'],
  ])('%j', (text, expected) => {
    expect(commands(text).map(words).join('|')).toBe(expected);
    expect(parseShell(source(text)).errors).toEqual([]);
  });

  test('each says what stands before it', () => {
    expect(commands('a && b || c; d | e & f\ng').map((command) => command.after)).toEqual([
      null,
      '&&',
      '||',
      ';',
      '|',
      '&',
      '\n',
    ]);
  });

  test('what follows || or depends on a condition may not run', () => {
    const reached = (text: string) =>
      commands(text)
        .map((command) => (command.reached === 'always' ? '1' : '0'))
        .join('');
    expect(reached('a || b && c')).toBe('101');
    expect(reached('if a; then b; fi; c')).toBe('101');
    expect(reached('for i in 1 2; do a; done; for i in $x; do b; done')).toBe('10');
    expect(reached('case $x in a) b;; esac; f() { c; }')).toBe('00');
    expect(reached('(a; $(b))')).toBe('111');
  });

  test('the commands of one pipeline share its number', () => {
    const [a, b, c] = commands('a | b && c').map((command) => command.pipeline);
    expect(a).toBe(b);
    expect(b).not.toBe(c);
  });

  test('each says what it stands in', () => {
    expect(
      commands('(a); if b; then { c; }; fi; while d; do e; done; f=$(g)').map((command) => command.within),
    ).toEqual(['subshell', 'if', 'if', 'loop', 'loop', 'list', 'substitution']);
  });

  test('assignments and redirections are apart from the arguments', () => {
    const command = first('A=1 B="x y" make -j 2>/dev/null >> log');
    expect(command.assignments.map(({ name, value }) => [name, value?.text])).toEqual([
      ['A', '1'],
      ['B', 'x y'],
    ]);
    expect(words(command)).toBe('make -j');
    expect(command.redirects.map(({ operator, fd, target }) => [operator, fd, target?.text])).toEqual([
      ['>', 2, '/dev/null'],
      ['>>', null, 'log'],
    ]);
  });

  test('an assignment where an argument stands is one word', () => {
    expect(words(first('npm config set a="b c"'))).toBe('npm config set a=b c');
  });
});

describe('words', () => {
  test('lose their quotes and escapes', () => {
    expect(words(first(`a 'b c' "d e" f\\ g h"i"'j'`))).toBe('a b c d e f g hij');
  });

  test('are literal only where nothing expands', () => {
    expect(first(`a "b" 'c$d' "$e" $f g* ~/h {i,j} $(k)`).args.map((word) => word.literal)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('places in the file', () => {
  test('go through continuations', () => {
    const file = 'RUN a \\\n  # why\n  && bcd e';
    const text = MappedText.fromPieces(new LineIndex(file), [
      [4, 6],
      [16, file.length],
    ]);
    const [, second] = parseShell(text).commands;
    expect(second?.name?.range).toEqual({ startLine: 3, startColumn: 6, endLine: 3, endColumn: 9 });
  });

  test('are those of the whole substitution where backticks are unescaped first', () => {
    const inner = commands('echo `a \\`b\\``');
    expect(inner.map(words)).toEqual(['echo `a \\`b\\``', 'a `b`', 'b']);
    expect(inner[2]?.range).toMatchObject({ startColumn: 6, endColumn: 15 });
  });

  test('are found in joined sources', () => {
    const [, second] = parseShell(joinLines([source('a'), source('b c')])).commands;
    expect(second?.range).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 4 });
  });
});

describe('a script that does not parse', () => {
  test('says where, and still lists what could be read', () => {
    const script = parseShell(source('apt-get update; if true'));
    expect(script.commands.map(words)).toEqual(['apt-get update', 'true']);
    expect(script.errors.length).toBeGreaterThan(0);
    expect(script.errors[0]?.range).toMatchObject({ startLine: 1, startColumn: 23, endColumn: 24 });
  });

  test('never throws, and every place lies in the text', () => {
    const pieces = [
      'if',
      'then',
      'fi',
      ' ',
      '\n',
      ';',
      '&&',
      '|',
      '(',
      ')',
      '{',
      '}',
      '$(',
      '`',
      '\\',
      '"',
      "'",
    ];
    const more = [
      '<<E',
      'E',
      '${',
      '$((',
      '))',
      '[[',
      ']]',
      'case',
      'esac',
      'in',
      ';;',
      'do',
      'done',
      'for',
      'a',
      '#',
    ];
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { range } of commands(text)) {
          if (range.startLine < 1 || range.endLine < range.startLine) return false;
        }
        return true;
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  test.each(['(', '$(', '`', '{ ', 'if a; then ', '"${x:-', '$((', '[[ ( ', 'case a in b) ', '!(', '<('])(
    'nesting %j thousands of levels deep neither throws nor hangs',
    (open) => {
      expect(() => parseShell(source(open.repeat(5000)))).not.toThrow();
    },
  );
});

describe('programs behind wrappers', () => {
  test.each([
    ['sudo -E -u app /usr/bin/apt-get install x', 'apt-get', 'install x'],
    ['env -u A B=1 npm ci', 'npm', 'ci'],
    ['A=1 exec /bin/sh -c x', 'sh', '-c x'],
    ['timeout -k 5 30 curl x', 'curl', 'x'],
    ['gosu app sh', 'sh', ''],
    ['sudo', 'sudo', ''],
    ['make all', 'make', 'all'],
  ])('%s', (text, program, args) => {
    const call = unwrap(first(text));
    expect(call?.program).toBe(program);
    expect(call?.args.map((arg) => arg.text).join(' ')).toBe(args);
  });

  test('a program named by a variable is not known', () => {
    expect(unwrap(first('$CC a'))).toBeNull();
    expect(unwrap(first('sudo $CC a'))).toBeNull();
    expect(unwrap(first('A=1'))).toBeNull();
  });
});

describe('arguments', () => {
  const { args } = first('x -qy --from=a --to b -o c -- -n d');

  test('options are found alone, in bundles and with a value', () => {
    expect(hasFlag(args, 'y', 'yes')).toBe(true);
    expect(hasFlag(args, 'from')).toBe(true);
    expect(hasFlag(args, 'n')).toBe(false);
    expect(findFlag(args, 'q')?.text).toBe('-qy');
  });

  test('values are found in every spelling', () => {
    expect(flagValue(args, 'from')).toBe('a');
    expect(flagValue(args, 'to')).toBe('b');
    expect(flagValue(args, 'o')).toBe('c');
    expect(flagValue(args, 'z')).toBeNull();
  });

  test('operands are neither options nor their values', () => {
    expect(operands(args, ['to', 'o']).map((arg) => arg.text)).toEqual(['-n', 'd']);
    expect(operands(first('x -j 4 a').args).map((arg) => arg.text)).toEqual(['4', 'a']);
  });

  test('a variable that is named for options may hold them', () => {
    expect(mayHoldFlags(first('x $APT_OPTS a').args)).toBe(true);
    expect(mayHoldFlags(first('x $PACKAGES a').args)).toBe(false);
  });
});
