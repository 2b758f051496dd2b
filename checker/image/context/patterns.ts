import { cleanPath } from '../paths.ts';
import { literal, wildcardMatcher } from './wildcard.ts';

/**
 * The patterns of .dockerignore, of `COPY --exclude` and of `COPY --parents`, as moby/patternmatcher reads them:
 * like Go's wildcards, but `**` crosses directories, `!` takes back, and a pattern that matches a directory
 * holds for everything in it. https://github.com/moby/patternmatcher
 */

interface Pattern {
  /** `!`: what it matches is taken back. */
  exception: boolean;
  matches(path: string): boolean;
}

/** What the patterns said of a directory, so that its children need not ask again. */
export type ParentMatch = readonly boolean[];

export class PatternMatcher {
  private readonly patterns: readonly Pattern[];

  /**
   * @throws BadPatternError for a pattern that Go cannot read.
   * @throws Error for a lone `!`.
   */
  constructor(patterns: readonly string[]) {
    this.patterns = patterns.flatMap((text) => readPattern(text) ?? []);
  }

  get isEmpty(): boolean {
    return this.patterns.length === 0;
  }

  /**
   * @param path - relative to the root, without a leading slash.
   * @param parent - what `match` gave for the directory that holds it, null where there is none above.
   */
  match(path: string, parent: ParentMatch | null): { matched: boolean; info: ParentMatch } {
    let matched = false;
    const info = this.patterns.map((pattern, index) => {
      let hit = parent?.[index] === true;
      if (!hit) {
        // Neither a second match nor taking back what is not matched would change anything.
        if (pattern.exception !== matched) return false;
        hit = pattern.matches(path);
      }
      if (hit) matched = !pattern.exception;
      return hit;
    });
    return { matched, info };
  }
}

/** Asks a matcher about paths whose parents it works out itself, remembering what it was told of each directory. */
export function pathMatcher(patterns: readonly string[]): (path: string) => boolean {
  const matcher = new PatternMatcher(patterns);
  const directories = new Map<string, ParentMatch>();
  const parentMatch = (path: string): ParentMatch | null => {
    const slash = path.lastIndexOf('/');
    if (slash <= 0) return null;
    const directory = path.slice(0, slash);
    let info = directories.get(directory);
    if (info === undefined) {
      info = matcher.match(directory, parentMatch(directory)).info;
      directories.set(directory, info);
    }
    return info;
  };
  return (path) => matcher.match(path, parentMatch(path)).matched;
}

function readPattern(text: string): Pattern | null {
  let pattern = text.trim();
  if (pattern === '') return null;
  pattern = cleanPath(pattern);
  const exception = pattern.startsWith('!');
  if (exception) {
    if (pattern.length === 1) throw new Error('illegal exclusion pattern: "!"');
    pattern = pattern.slice(1);
  }
  wildcardMatcher(pattern);
  return { exception, matches: pathPredicate(pattern) };
}

const DOUBLE_STAR_ONLY_AT_THE_END = /^[^*?[\]\\]*\*\*\/?$/;
const PLAIN = /^[^*?[\]\\]*$/;

function pathPredicate(pattern: string): (path: string) => boolean {
  if (PLAIN.test(pattern)) return (path) => path === pattern;
  const leading = /^\*\*(\/?[^*?[\]\\]*)$/.exec(pattern);
  if (leading) {
    // Everything that ends so, `**/name` also at the root itself.
    const suffix = leading[1] as string;
    return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
  }
  if (DOUBLE_STAR_ONLY_AT_THE_END.test(pattern)) {
    const prefix = pattern.slice(0, pattern.lastIndexOf('**'));
    return (path) => path.startsWith(prefix);
  }
  const whole = new RegExp(`^${patternSource(pattern)}$`, 'su');
  return (path) => whole.test(path);
}

function patternSource(pattern: string): string {
  const chars = [...pattern];
  let source = '';
  let inClass = false;
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] as string;
    if (inClass && char !== '\\') {
      inClass = char !== ']';
      source += char === '[' ? '\\[' : char;
    } else if (char === '*' && chars[at + 1] === '*') {
      at++;
      if (chars[at + 1] === '/') at++;
      source += at + 1 >= chars.length ? '.*' : '(?:.*/)?';
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      inClass = true;
      source += char;
    } else if (char === '\\' && at + 1 < chars.length) source += literal(chars[++at] as string);
    else source += literal(char);
  }
  return source;
}
