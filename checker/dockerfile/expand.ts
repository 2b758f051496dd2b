import { PatternError, ShellPattern } from './shell-pattern.ts';
import { isSpace } from './space.ts';

/**
 * Word expansion as BuildKit does it before an instruction is carried out: quotes, escapes, `$name`,
 * `${name}` and its modifiers. It is close to a shell's, not equal to it.
 * Rules: https://docs.docker.com/reference/dockerfile/#environment-replacement
 */

/** @returns the value of a variable, or undefined when it is not set. */
export type Lookup = (name: string) => string | undefined;

export interface ExpandOptions {
  /** Quotes stay in the result. */
  rawQuotes?: boolean;
  /** Escape characters stay in the result. */
  rawEscapes?: boolean;
  /** Quotes are characters like any other (heredoc bodies). */
  plainQuotes?: boolean;
  /** Variables that are not set stand as they were typed. */
  keepUnset?: boolean;
  /** Takes the names that were looked up and not found, those too that come before what cannot be expanded. */
  unmatched?: Set<string>;
}

export interface Expansion {
  /** The whole text, expanded. */
  result: string;
  /** The same split at blanks outside quotes, blanks that came from variables included. */
  words: string[];
  /** Names that were looked up and found. */
  matched: Set<string>;
  /** Names that were looked up and not found. */
  unmatched: Set<string>;
}

/** The text cannot be expanded; the message is BuildKit's, without its `failed to process`. */
export class ExpandError extends Error {}

/**
 * @param escape - the Dockerfile's escape character.
 * @throws ExpandError for an open quote or brace, an unknown modifier, or an unset `${name:?message}`.
 */
export function expandWord(
  text: string,
  escape: string,
  lookup: Lookup,
  options: ExpandOptions = {},
): Expansion {
  if (!options.plainQuotes && !/[$'"\\`\s]/.test(text)) {
    const words = text === '' ? [] : [text];
    return { result: text, words, matched: new Set(), unmatched: options.unmatched ?? new Set() };
  }
  const lexer = new Lexer(text, escape, lookup, options);
  const { result, collector } = lexer.until(null, options.rawEscapes === true);
  if (result.length > LONGEST) throw new ExpandError('the value is longer than 128 KiB');
  return { result, words: collector.words(), matched: lexer.matched, unmatched: lexer.unmatched };
}

/** Collects what words are made of; text in quotes never splits. */
class WordCollector {
  private readonly pieces: { text: string; splits: boolean }[] = [];

  add(text: string): void {
    this.push(text, true);
  }

  addRaw(text: string): void {
    this.push(text, false);
  }

  private push(text: string, splits: boolean): void {
    const last = this.pieces.at(-1);
    if (last?.splits === splits) last.text += text;
    else this.pieces.push({ text, splits });
  }

  /** Split only when asked for: most expansions stand inside a brace or grow too long, and need no words. */
  words(): string[] {
    const words: string[] = [];
    let current = '';
    for (const { text, splits } of this.pieces) {
      if (!splits || !/[\s\u0085]/.test(text)) {
        current += text;
        continue;
      }
      for (const char of text) {
        if (!isSpace(char.charCodeAt(0))) current += char;
        else if (current !== '') {
          words.push(current);
          current = '';
        }
      }
    }
    return current === '' ? words : [...words, current];
  }
}

/** Nesting that no real file comes near, so that hostile ones stay harmless. */
const DEEPEST = 500;
/** Linux passes no variable or argument of this length to a program (MAX_ARG_STRLEN). */
const LONGEST = 128 * 1024;
const SPECIAL_PARAMETERS = '@*#?-$!0';

class Lexer {
  readonly matched = new Set<string>();
  readonly unmatched: Set<string>;
  private at = 0;
  private depth = 0;
  private readonly chars: string[];

  constructor(
    text: string,
    private readonly escape: string,
    private readonly lookup: Lookup,
    private readonly options: ExpandOptions,
  ) {
    this.chars = [...text];
    this.unmatched = options.unmatched ?? new Set();
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  private next(): string | undefined {
    return this.chars[this.at++];
  }

  private get ended(): boolean {
    return this.at >= this.chars.length;
  }

  /** Reads to the end, or past the next `stop`. */
  until(stop: string | null, rawEscapes: boolean): { result: string; collector: WordCollector } {
    const collector = new WordCollector();
    let result = '';
    while (!this.ended) {
      if (result.length > LONGEST) throw new ExpandError('the value is longer than 128 KiB');
      const char = this.peek() as string;
      if (char === stop) {
        this.at++;
        return { result, collector };
      }
      if (char === '$') {
        const value = this.dollar();
        result += value;
        collector.add(value);
      } else if (char === "'" && !this.options.plainQuotes) {
        const value = this.singleQuoted();
        result += value;
        collector.addRaw(value);
      } else if (char === '"' && !this.options.plainQuotes) {
        const value = this.doubleQuoted(rawEscapes);
        result += value;
        collector.addRaw(value);
      } else {
        this.at++;
        if (char !== this.escape) {
          result += char;
          collector.add(char);
          continue;
        }
        if (rawEscapes) {
          result += char;
          collector.addRaw(char);
        }
        const escaped = this.next();
        if (escaped === undefined) break;
        result += escaped;
        collector.addRaw(escaped);
      }
    }
    if (stop !== null)
      throw new ExpandError(`unexpected end of statement while looking for matching ${stop}`);
    return { result, collector };
  }

  private singleQuoted(): string {
    const open = this.next() as string;
    const end = this.chars.indexOf("'", this.at);
    if (end === -1) {
      this.at = this.chars.length;
      throw new ExpandError('unexpected end of statement while looking for matching single-quote');
    }
    const inside = this.chars.slice(this.at, end).join('');
    this.at = end + 1;
    return this.options.rawQuotes ? open + inside + open : inside;
  }

  private doubleQuoted(rawEscapes: boolean): string {
    const open = this.next() as string;
    let result = this.options.rawQuotes ? open : '';
    for (;;) {
      const char = this.peek();
      if (char === undefined) {
        throw new ExpandError('unexpected end of statement while looking for matching double-quote');
      }
      if (char === '"') {
        this.at++;
        return this.options.rawQuotes ? result + char : result;
      }
      if (char === '$') {
        result += this.dollar();
        continue;
      }
      this.at++;
      if (char !== this.escape) {
        result += char;
        continue;
      }
      if (rawEscapes) result += char;
      const escaped = this.peek();
      if (escaped === undefined) continue;
      if (escaped === '"' || escaped === '$' || escaped === this.escape) {
        this.at++;
        result += escaped;
      } else {
        result += char;
      }
    }
  }

  private dollar(): string {
    this.at++;
    if (this.peek() !== '{') {
      const name = this.name();
      if (name === '') return '$';
      const value = this.get(name);
      return value ?? (this.options.keepUnset ? `$${name}` : '');
    }
    this.at++;
    const first = this.peek();
    if (first === undefined) throw new ExpandError("syntax error: missing '}'");
    if (first === '{' || first === '}' || first === ':')
      throw new ExpandError('syntax error: bad substitution');
    const name = this.name();
    return this.braced(name, this.next());
  }

  private braced(name: string, operator: string | undefined): string {
    switch (operator) {
      case '}': {
        const value = this.get(name);
        return value ?? (this.options.keepUnset ? `\${${name}}` : '');
      }
      case ':': {
        const modifier = this.next();
        return this.modified(name, modifier, `:${modifier ?? '\ufffd'}`, true);
      }
      case '+':
      case '-':
      case '?':
      case '#':
      case '%':
        return this.modified(name, operator, operator, false);
      case '/':
        return this.replaced(name);
      default:
        throw new ExpandError(`unsupported modifier (${operator ?? '\ufffd'}) in substitution`);
    }
  }

  private modified(
    name: string,
    modifier: string | undefined,
    written: string,
    nullIsUnset: boolean,
  ): string {
    const trims = modifier === '#' || modifier === '%';
    if (nullIsUnset && trims) throw new ExpandError(`unsupported modifier (${written}) in substitution`);
    const word = this.argument('}', trims, "syntax error: missing '}'");
    const value = this.get(name);
    if (this.options.keepUnset && value === undefined) return `\${${name}${written}${word}}`;
    const missing = value === undefined || (nullIsUnset && value === '');
    switch (modifier) {
      case '-':
        return missing ? word : (value as string);
      case '+':
        return missing ? '' : word;
      case '?':
        if (!missing) return value as string;
        throw new ExpandError(
          `${name}: ${word || (value === undefined ? 'is not allowed to be unset' : 'is not allowed to be empty')}`,
        );
      case '#':
      case '%':
        return this.trimmed(value ?? '', word, modifier);
      default:
        throw new ExpandError(`unsupported modifier (${written}) in substitution`);
    }
  }

  private replaced(name: string): string {
    const all = this.peek() === '/';
    if (all) this.at++;
    const pattern = this.argument('/', true, "syntax error: missing '/' in ${}");
    const replacement = this.argument('}', true, "syntax error: missing '}'");
    const value = this.get(name);
    if (this.options.keepUnset && value === undefined) return `\${${name}/${pattern}/${replacement}}`;
    return this.matching(pattern, (compiled) => compiled.replace(value ?? '', replacement, all));
  }

  /** `#` and `%` remove the shortest matching prefix or suffix, doubled the longest. */
  private trimmed(value: string, word: string, modifier: '#' | '%'): string {
    const longest = word.startsWith(modifier);
    return this.matching(longest ? word.slice(1) : word, (compiled) =>
      modifier === '#' ? compiled.trimStart(value, longest) : compiled.trimEnd(value, longest),
    );
  }

  private matching(pattern: string, work: (compiled: ShellPattern) => string): string {
    try {
      return work(ShellPattern.read(pattern));
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      throw new ExpandError(`invalid pattern (${pattern}) in substitution: ${error.message}`);
    }
  }

  private argument(stop: string, rawEscapes: boolean, whenOpen: string): string {
    if (++this.depth > DEEPEST) throw new ExpandError('substitutions are nested too deeply');
    try {
      return this.until(stop, rawEscapes).result;
    } catch (error) {
      if (error instanceof ExpandError && this.ended) throw new ExpandError(whenOpen);
      throw error;
    } finally {
      this.depth--;
    }
  }

  private name(): string {
    const first = this.peek();
    if (first === undefined) return '';
    if (isDigit(first)) {
      let digits = '';
      while (!this.ended && isDigit(this.peek() as string)) digits += this.next();
      return digits;
    }
    if (SPECIAL_PARAMETERS.includes(first)) {
      this.at++;
      return first;
    }
    let name = '';
    while (!this.ended && /[\p{L}\p{Nd}_]/u.test(this.peek() as string)) name += this.next();
    return name;
  }

  private get(name: string): string | undefined {
    const value = this.lookup(name);
    (value === undefined ? this.unmatched : this.matched).add(name);
    return value;
  }
}

function isDigit(char: string): boolean {
  return /\p{Nd}/u.test(char);
}
