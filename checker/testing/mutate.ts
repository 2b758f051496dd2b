import type { Random } from './random.ts';

/** Pieces that matter to a Dockerfile's or a shell's reader. */
const TOKENS = [
  ...[
    'FROM ',
    'RUN ',
    'COPY ',
    'ADD ',
    'ENV ',
    'ARG ',
    'CMD ',
    'ENTRYPOINT ',
    'HEALTHCHECK ',
    'ONBUILD ',
    'SHELL ',
  ],
  ...[
    'USER ',
    'WORKDIR ',
    'EXPOSE ',
    'LABEL ',
    'VOLUME ',
    'STOPSIGNAL ',
    'MAINTAINER ',
    '# escape=`\n',
    '# check=skip=all\n',
  ],
  ...[
    '\\\n',
    '\\',
    '`',
    '"',
    "'",
    '$',
    '${',
    '}',
    '$(',
    ')',
    '((',
    '{',
    '[',
    ']',
    '["',
    '"]',
    '<<EOF\n',
    '<<-"X"\n',
    'EOF\n',
  ],
  ...[
    '&&',
    '||',
    ';',
    '|',
    '&',
    '>',
    '<',
    '<<',
    '<<<',
    '!',
    '#',
    '=',
    ':-',
    ':?',
    '%%',
    '//',
    '--from=',
    '--mount=type=',
  ],
  ...[
    '--chown=',
    '--link',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '\0',
    '\ufeff',
    '\u00a0',
    '\u2028',
    'é',
    '😀',
    '\ud800',
  ],
  ...[
    'if ',
    'then ',
    'fi',
    'for x in ',
    'do ',
    'done',
    'case ',
    'esac',
    'while ',
    'function f() {',
    'apt-get install ',
    'pip ',
  ],
];

/** A text that is the given one with a few random changes, or with a piece of another. */
export function mutate(text: string, other: string, random: Random): string {
  let result = text;
  for (let changes = 1 + random.below(6); changes > 0; changes--) {
    const at = random.below(result.length + 1);
    const length = random.below(random.below(4) === 0 ? 80 : 8);
    switch (random.below(7)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      case 1:
        result = result.slice(0, at) + random.pick(TOKENS) + result.slice(at);
        break;
      case 2:
        result = result.slice(0, at) + random.pick(TOKENS) + result.slice(at + length);
        break;
      case 3: {
        const from = random.below(other.length + 1);
        result = result.slice(0, at) + other.slice(from, from + 10 * length) + result.slice(at);
        break;
      }
      case 4:
        result = result.slice(0, at);
        break;
      case 5:
        result =
          result.slice(0, at) + result.slice(at, at + length).repeat(1 + random.below(20)) + result.slice(at);
        break;
      default: {
        const lines = result.split('\n');
        const line = lines.splice(random.below(lines.length), 1);
        lines.splice(random.below(lines.length + 1), 0, ...line);
        result = lines.join('\n');
      }
    }
  }
  return result.slice(0, 20_000);
}

/** Random characters and tokens, nothing like a Dockerfile. */
export function noise(random: Random): string {
  let result = '';
  for (let count = random.below(200); count > 0; count--) {
    result +=
      random.below(2) === 0
        ? random.pick(TOKENS)
        : String.fromCharCode(random.below(random.below(10) === 0 ? 65536 : 128));
  }
  return result;
}

/** Inputs of about `size` characters, each made to be slow to read in one way. */
export function hostileInputs(size: number): { about: string; text: string }[] {
  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length));
  // Continued now and then: BuildKit reads no line of 64 KiB.
  const run = (script: string) =>
    `FROM debian:12\nRUN ${(script.match(/[^\n]{1,30000}\n?/g) ?? []).join('\\\n').replaceAll('\n\\\n', '\n')}\n`;
  return [
    { about: 'one long word', text: run(fill('a')) },
    { about: 'continuations', text: run(fill('a \\\n')) },
    { about: 'comments in a continuation', text: run(`a \\\n${fill('# c\n')}b`) },
    { about: 'empty lines', text: `FROM debian:12\n${fill('\n')}` },
    { about: 'backslashes', text: run(fill('\\')) },
    { about: 'opened subshells', text: run(fill('(')) },
    { about: 'opened substitutions', text: run(fill('$(')) },
    { about: 'opened braces', text: `FROM debian:12\nENV A="${fill('${A:-')}"\n` },
    {
      about: 'nested defaults',
      text: `FROM debian:12\nENV A=${'${A:-'.repeat(size / 20)}${'}'.repeat(size / 20)}\n`,
    },
    {
      about: 'patterns in a substitution',
      text: `FROM debian:12\nENV A=${'a'.repeat(size / 2)}\nENV B=\${A%%${'*a'.repeat(size / 8)}b}\n`,
    },
    { about: 'quotes', text: run(fill('"\'')) },
    { about: 'pipes', text: run(fill('a | ')) },
    { about: 'ands', text: run(fill('apt-get install -y curl && ')) },
    { about: 'nested ifs', text: run(fill('if a; then ')) },
    { about: 'heredocs', text: `FROM debian:12\n${fill('RUN <<EOF\na\nEOF\n')}` },
    { about: 'heredoc marks', text: run(fill('<<A ')) },
    {
      about: 'stages',
      text: Array.from({ length: size / 30 }, (_, i) => `FROM debian:12 AS s${i}\n`).join(''),
    },
    {
      about: 'a chain of stages',
      text: `FROM debian:12 AS s0\n${Array.from({ length: size / 30 }, (_, i) => `FROM s${i} AS s${i + 1}\n`).join('')}`,
    },
    {
      about: 'variables',
      text: `FROM debian:12\n${Array.from({ length: size / 30 }, (_, i) => `ENV A${i}=$A${i - 1}b\n`).join('')}`,
    },
    {
      about: 'arguments',
      text: `${Array.from({ length: size / 30 }, (_, i) => `ARG A${i}=$A${i - 1}b\n`).join('')}FROM debian:12\n`,
    },
    { about: 'doubling variables', text: `FROM debian:12\nENV A=aa\n${fill('ENV A=$A$A\n').slice(0, size)}` },
    { about: 'unknown instructions', text: fill('FOO bar\n') },
    { about: 'JSON that opens', text: `FROM debian:12\nCMD ${fill('[')}\n` },
    { about: 'labels', text: `FROM debian:12\nLABEL ${fill('a=b ')}\n` },
    { about: 'ports', text: `FROM debian:12\nEXPOSE ${fill('80 ')}\n` },
    { about: 'copies', text: `FROM debian:12\n${fill('COPY a b c /x\n')}` },
    {
      about: 'files of their own',
      text: `FROM debian:12\n${Array.from({ length: size / 25 }, (_, i) => `COPY <<A /data/f${i}\nx\nA\n`).join('')}`,
    },
    {
      about: 'files and commands',
      text: `FROM debian:12\n${Array.from({ length: size / 40 }, (_, i) => `COPY <<A /data/f${i}\nx\nA\nRUN a${i}\n`).join('')}`,
    },
    { about: 'whitespace', text: `FROM debian:12\nRUN a${fill(' ')}b\n` },
    { about: 'tabs and returns', text: fill('\t\r') },
  ];
}
