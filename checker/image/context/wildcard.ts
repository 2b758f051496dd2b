/**
 * Go's `path.Match`, which COPY, ADD and the syntax check of .dockerignore use: `*` and `?` never cross a slash,
 * `**` is no more than `*`, `[a-z]` and `[^a-z]` are classes, a backslash takes the next character as it is.
 * https://pkg.go.dev/path#Match
 */

/** Go's own words for a pattern that it cannot read. */
export class BadPatternError extends Error {
  constructor() {
    super('syntax error in pattern');
  }
}

/** Whether a source of COPY or ADD is a pattern rather than a path. */
export function hasWildcard(text: string): boolean {
  return /^(?:\\[\s\S]|[^\\])*?[*?[]/.test(text);
}

/**
 * @returns a predicate for whole paths.
 * @throws BadPatternError
 */
export function wildcardMatcher(pattern: string): (path: string) => boolean {
  const whole = new RegExp(`^${wildcardSource(pattern)}$`, 'su');
  return (path) => whole.test(path);
}

function wildcardSource(pattern: string): string {
  const chars = [...pattern];
  let source = '';
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] as string;
    if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const read = characterClass(chars, at + 1);
      source += read.source;
      at = read.end;
    } else if (char === '\\') {
      const next = chars[++at];
      if (next === undefined) throw new BadPatternError();
      source += literal(next);
    } else source += literal(char);
  }
  return source;
}

/** @returns the class and the index of its closing bracket. */
function characterClass(chars: readonly string[], start: number): { source: string; end: number } {
  let at = start;
  const negated = chars[at] === '^';
  if (negated) at++;
  const ranges: string[] = [];
  while (chars[at] !== ']' || ranges.length === 0) {
    const low = classMember(chars, at);
    at = low.end;
    let high = low;
    if (chars[at] === '-') {
      high = classMember(chars, at + 1);
      at = high.end;
    }
    // A class never matches when its bounds are the wrong way round, and Go does not object to that.
    if (low.char <= high.char) ranges.push(`${codePoint(low.char)}-${codePoint(high.char)}`);
    else ranges.push('');
  }
  const inside = ranges.join('');
  if (inside === '') return { source: negated ? '[^]' : '[]', end: at };
  return { source: `[${negated ? '^' : ''}${inside}]`, end: at };
}

function classMember(chars: readonly string[], at: number): { char: string; end: number } {
  const char = chars[at];
  if (char === undefined || char === '-' || char === ']') throw new BadPatternError();
  if (char !== '\\') {
    if (chars[at + 1] === undefined) throw new BadPatternError();
    return { char, end: at + 1 };
  }
  const escaped = chars[at + 1];
  if (escaped === undefined || chars[at + 2] === undefined) throw new BadPatternError();
  return { char: escaped, end: at + 2 };
}

function codePoint(char: string): string {
  return `\\u{${(char.codePointAt(0) as number).toString(16)}}`;
}

/** One character as the source of a regular expression that matches just it. */
export function literal(char: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}
