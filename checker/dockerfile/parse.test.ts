import { describe, expect, it } from 'vitest';
import { parseDockerfile } from './parse.ts';
import type { Instruction } from './types.ts';

const boundaries = (text: string) =>
  parseDockerfile(text).instructions.map(({ keyword, startLine, endLine }) => [
    keyword.text,
    startLine,
    endLine,
  ]);
const only = <Name extends Instruction['name']>(text: string, name: Name) =>
  parseDockerfile(text).instructions.find(
    (instruction): instruction is Extract<Instruction, { name: Name }> => instruction.name === name,
  ) as Extract<Instruction, { name: Name }>;

describe('instructions begin and end where BuildKit says', () => {
  it.each<[about: string, text: string, expected: [string, number, number][]]>([
    [
      'a continuation',
      'FROM a\nRUN b \\\n  c\nCMD d\n',
      [
        ['FROM', 1, 1],
        ['RUN', 2, 3],
        ['CMD', 4, 4],
      ],
    ],
    [
      'comments inside a continuation',
      'RUN a \\\n# b\n  # c\n d\nCMD e',
      [
        ['RUN', 1, 4],
        ['CMD', 5, 5],
      ],
    ],
    [
      'empty lines inside a continuation',
      'RUN a \\\n\n\n b\nCMD e',
      [
        ['RUN', 1, 4],
        ['CMD', 5, 5],
      ],
    ],
    ['blanks behind the mark', 'RUN a \\  \t\n b\n', [['RUN', 1, 2]]],
    [
      'a doubled mark continues nothing',
      'RUN a \\\\\nCMD b',
      [
        ['RUN', 1, 1],
        ['CMD', 2, 2],
      ],
    ],
    ['a mark alone on the first line', '\\\nRUN a', [['RUN', 1, 2]]],
    ['the file ends in a continuation', 'RUN a \\', [['RUN', 1, 1]]],
    ['a comment that ends in a mark', '# a \\\nRUN b', [['RUN', 2, 2]]],
    [
      'Windows line breaks',
      'FROM a\r\nRUN b \\\r\n  c\r\nCMD d',
      [
        ['FROM', 1, 1],
        ['RUN', 2, 3],
        ['CMD', 4, 4],
      ],
    ],
    [
      'a byte order mark',
      '\ufeffFROM a\nCMD b',
      [
        ['FROM', 1, 1],
        ['CMD', 2, 2],
      ],
    ],
    [
      'the backtick as escape',
      '# escape=`\nRUN a `\n b\nRUN c \\\nCMD d',
      [
        ['RUN', 2, 3],
        ['RUN', 4, 4],
        ['CMD', 5, 5],
      ],
    ],
    [
      'a heredoc',
      'RUN <<EOF\na\nRUN b\nEOF\nCMD c',
      [
        ['RUN', 1, 4],
        ['CMD', 5, 5],
      ],
    ],
    [
      'two heredocs on one line',
      'COPY <<A <<B /x/\na\nA\nb\nB\nCMD c',
      [
        ['COPY', 1, 5],
        ['CMD', 6, 6],
      ],
    ],
    [
      'a heredoc with tabs',
      'RUN <<-EOF\n\ta\n\t\tEOF\nCMD c',
      [
        ['RUN', 1, 3],
        ['CMD', 4, 4],
      ],
    ],
    [
      'a heredoc under ONBUILD',
      'ONBUILD RUN <<EOF\na\nEOF\nCMD c',
      [
        ['ONBUILD', 1, 3],
        ['CMD', 4, 4],
      ],
    ],
    [
      'no heredoc in JSON form',
      'RUN ["cat", "<<EOF"]\nCMD c',
      [
        ['RUN', 1, 1],
        ['CMD', 2, 2],
      ],
    ],
    [
      'no heredoc in quotes',
      'RUN echo "<<EOF"\nCMD c',
      [
        ['RUN', 1, 1],
        ['CMD', 2, 2],
      ],
    ],
    [
      'no heredoc behind an open quote',
      "RUN echo it's <<EOF\nCMD c",
      [
        ['RUN', 1, 1],
        ['CMD', 2, 2],
      ],
    ],
    [
      'no heredoc in ENV',
      'ENV A=<<EOF\nCMD c',
      [
        ['ENV', 1, 1],
        ['CMD', 2, 2],
      ],
    ],
    [
      'a here-string',
      'RUN cat <<< EOF\nCMD c',
      [
        ['RUN', 1, 1],
        ['CMD', 2, 2],
      ],
    ],
    [
      'a shift in arithmetic',
      'RUN echo $((1<<2))\nCMD c',
      [
        ['RUN', 1, 1],
        ['CMD', 2, 2],
      ],
    ],
  ])('%s', (_, text, expected) => {
    // What is left open swallows the rest and is refused; everything here is closed.
    expect(boundaries(text)).toEqual(expected);
  });
});

describe('what docker build refuses is refused in its words', () => {
  it.each([
    ['', 'the Dockerfile cannot be empty'],
    ['# nothing\n', 'file with no instructions'],
    ['ARG A=1', 'dockerfile contains no stages to build'],
    ['RUN a', 'no build stage in current context'],
    ['FORM a', 'dockerfile parse error on line 1: unknown instruction: FORM (did you mean FROM?)'],
    ['from a\nrunn b', 'dockerfile parse error on line 2: unknown instruction: runn (did you mean run?)'],
    ['FROM a b', 'dockerfile parse error on line 1: FROM requires either one or three arguments'],
    [
      'FROM a AS 1b',
      `dockerfile parse error on line 1: invalid name for build stage: "1b", name can't start with a number or contain symbols`,
    ],
    [
      'FROM --platfrom=x a',
      'dockerfile parse error on line 1: unknown flag: --platfrom (did you mean platform?)',
    ],
    ['FROM a\nRUN --network=hots b', 'dockerfile parse error on line 2: invalid network mode "hots"'],
    [
      'FROM a\nRUN --mount=type=bind,from=$X,target=/x b',
      "dockerfile parse error on line 2: 'from' doesn't support variable expansion, define alias stage instead",
    ],
    ['FROM a\nCOPY --chown b c', 'dockerfile parse error on line 2: missing a value on flag: --chown'],
    [
      'FROM a\nCOPY --link=maybe b c',
      'dockerfile parse error on line 2: expecting boolean value for flag --link, not: maybe',
    ],
    [
      'FROM a\nCOPY --from=x --from=y b c',
      'dockerfile parse error on line 2: duplicate flag specified: --from',
    ],
    [
      'FROM a\nCOPY b',
      'dockerfile parse error on line 2: COPY requires at least two arguments, but only one was provided. Destination could not be determined',
    ],
    [
      'FROM a\nCOPY b <<EOF\nx\nEOF',
      'dockerfile parse error on line 2: COPY cannot accept a heredoc as a destination',
    ],
    ['FROM a\nWORKDIR', 'dockerfile parse error on line 2: WORKDIR requires exactly one argument'],
    ['FROM a\nENV', 'dockerfile parse error on line 2: ENV requires at least one argument'],
    ['FROM a\nENV b', 'ENV must have two arguments'],
    ['FROM a\nENV b=1 c', `Syntax error - can't find = in "c". Must be of the form: name=value`],
    ['FROM a\nENV =b', 'dockerfile parse error on line 2: ENV names can not be blank'],
    ['FROM a\nCMD ["b", 1]', 'when using JSON array syntax, arrays must be comprised of strings only'],
    [
      'FROM a\nSHELL bash -c',
      'dockerfile parse error on line 2: SHELL requires the arguments to be in JSON form',
    ],
    ['FROM a\nSHELL []', 'dockerfile parse error on line 2: SHELL requires at least one argument'],
    ['FROM a\nHEALTHCHECK', 'dockerfile parse error on line 2: HEALTHCHECK requires at least one argument'],
    [
      'FROM a\nHEALTHCHECK curl b',
      'dockerfile parse error on line 2: Unknown type "CURL" in HEALTHCHECK (try CMD)',
    ],
    ['FROM a\nHEALTHCHECK CMD', 'dockerfile parse error on line 2: Missing command after HEALTHCHECK CMD'],
    ['FROM a\nHEALTHCHECK NONE b', 'dockerfile parse error on line 2: HEALTHCHECK NONE takes no arguments'],
    [
      'FROM a\nHEALTHCHECK --interval=30 CMD b',
      'dockerfile parse error on line 2: time: missing unit in duration "30"',
    ],
    [
      'FROM a\nHEALTHCHECK --interval=30x CMD b',
      'dockerfile parse error on line 2: time: unknown unit "x" in duration "30x"',
    ],
    [
      'FROM a\nHEALTHCHECK --timeout=1us CMD b',
      'dockerfile parse error on line 2: Interval "timeout" cannot be less than 1ms',
    ],
    [
      'FROM a\nHEALTHCHECK --retries=-1 CMD b',
      'dockerfile parse error on line 2: --retries cannot be negative (-1)',
    ],
    ['FROM a\nONBUILD FROM b', "dockerfile parse error on line 2: FROM isn't allowed as an ONBUILD trigger"],
    [
      'FROM a\nONBUILD ONBUILD RUN b',
      "dockerfile parse error on line 2: Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed",
    ],
    ['FROM a\nRUN <<EOF\nb', 'unterminated heredoc'],
    ['# escape=x\nFROM a', "invalid escape token 'x' does not match ` or \\"],
    ['# syntax=a\n# syntax=b\nFROM a', 'only one syntax parser directive can be used'],
  ])('%j', (text, message) => {
    expect(parseDockerfile(text).refusal?.message).toBe(message);
  });

  it('says first what BuildKit meets first: broken words anywhere come before a wrong instruction', () => {
    expect(parseDockerfile('FROM a\nFOO\nENV b').refusal?.message).toBe('ENV must have two arguments');
  });

  it('reads on behind a refused instruction', () => {
    const { instructions } = parseDockerfile('FROM a\nRUNN b\nCMD ["c"]');
    expect(instructions.map(({ name }) => name)).toEqual(['from', 'invalid', 'cmd']);
  });

  it.each([
    ['an exec form that is not JSON', "FROM a\nCMD ['b']"],
    ['a trigger that BuildKit looks at only when it fires', 'FROM a\nONBUILD FOO b'],
    ['an empty RUN', 'FROM a\nRUN'],
    ['a flag on ARG', 'FROM a\nARG --x b'],
  ])('accepts %s', (_, text) => {
    expect(parseDockerfile(text).refusal).toBeNull();
  });

  it('gives up on a line of 64 KiB', () => {
    const message = 'dockerfile line greater than max allowed size of 65535';
    expect(parseDockerfile(`FROM a\nRUN ${'b'.repeat(65531)}\n`).refusal).toBeNull();
    expect(parseDockerfile(`FROM a\nRUN ${'b'.repeat(65532)}\n`).refusal?.message).toBe(message);
  });
});

describe('words keep their place in the file', () => {
  it('through a continuation', () => {
    const { sources, destination } = only('COPY a \\\n  b \\\n  /c/\n', 'copy');
    expect(sources.map(({ text, range }) => [text, range.startLine, range.startColumn])).toEqual([
      ['a', 1, 6],
      ['b', 2, 3],
    ]);
    expect(destination.range).toEqual({ startLine: 3, startColumn: 3, endLine: 3, endColumn: 6 });
  });

  it('in JSON with escapes', () => {
    const { command } = only('CMD ["a\\"b", "\\u0063"]', 'cmd');
    expect(command.form === 'exec' && command.argv).toEqual([
      { text: 'a"b', range: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 12 } },
      { text: 'c', range: { startLine: 1, startColumn: 14, endLine: 1, endColumn: 22 } },
    ]);
  });

  it('behind flags with quotes', () => {
    const copy = only('COPY --from="build" --chown=a:b x /y', 'copy');
    expect(copy.from?.text).toBe('build');
    expect(copy.chown?.text).toBe('a:b');
    expect(copy.sources[0]?.range.startColumn).toBe(33);
  });

  it('in pairs', () => {
    const { pairs } = only('ENV A=1 B="2 3"', 'env');
    expect(pairs.map(({ key, value }) => [key.text, value.text, value.range.startColumn])).toEqual([
      ['A', '1', 7],
      ['B', '"2 3"', 11],
    ]);
  });
});

describe('stages', () => {
  it('know what they start from, arguments put in', () => {
    const { stages } = parseDockerfile('ARG V=3\nFROM a:$V AS One\nFROM one\nFROM scratch\nFROM ${X}\n', {
      buildArgs: { V: '4' },
    });
    expect(stages.map(({ base }) => base)).toEqual([
      { kind: 'image', reference: 'a:4' },
      { kind: 'stage', stage: 0 },
      { kind: 'scratch' },
      { kind: 'unknown' },
    ]);
  });
});
