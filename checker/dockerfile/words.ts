import type { MappedText } from '../text.ts';
import { isSeparator, isSpace, skipSpace, trimEnd } from './space.ts';
import type { Flag, Word } from './types.ts';

/** The several ways in which BuildKit splits what follows a keyword into words. */

/** The keyword, the flags after it and the rest of a logical line. */
export interface SplitLine {
  keyword: Word;
  flags: Flag[];
  rest: MappedText;
}

/** Splits a logical line into keyword, flags and rest. Flags lose their quotes and escapes here. */
export function splitLine(line: MappedText): SplitLine {
  const { text } = line;
  const start = skipSpace(text, 0);
  const end = trimEnd(text, start, text.length);
  let at = start;
  while (at < end && !isSeparator(text.charCodeAt(at))) at++;
  const keyword = { text: text.slice(start, at), range: line.range(start, at) };
  while (at < end && isSeparator(text.charCodeAt(at))) at++;
  const flags: Flag[] = [];
  const restStart = skipSpace(text, readFlags(line, at, end, flags), end);
  return { keyword, flags, rest: line.slice(restStart, trimEnd(text, restStart, end)) };
}

/** Reads words that start with `--`; a lone `--` ends them. @returns the offset of what follows. */
function readFlags(line: MappedText, start: number, end: number, flags: Flag[]): number {
  const { text } = line;
  let at = start;
  for (;;) {
    at = skipSpace(text, at, end);
    if (at >= end || text[at] !== '-' || text[at + 1] !== '-' || at + 1 >= end) return at;
    const from = at;
    let word = '';
    let quote = '';
    while (at < end) {
      const char = text[at] as string;
      if (quote === '' && isSpace(char.charCodeAt(0))) break;
      if (char === '\\') {
        at++;
        if (at < end) word += text[at];
      } else if (quote === '' && (char === '"' || char === "'")) {
        quote = char;
      } else if (char === quote) {
        quote = '';
      } else {
        word += char;
      }
      at++;
    }
    at = Math.min(at, end);
    if (word === '--') return at;
    flags.push(flag(line, word, from, at));
  }
}

function flag(line: MappedText, word: string, from: number, to: number): Flag {
  const split = word.indexOf('=');
  const writtenSplit = line.text.indexOf('=', from);
  return {
    name: split === -1 ? word.slice(2) : word.slice(2, split),
    value: split === -1 ? null : word.slice(split + 1),
    range: line.range(from, to),
    valueRange: split === -1 || writtenSplit === -1 ? null : line.range(writtenSplit + 1, to),
  };
}

/** Words between blanks, as they stand: FROM, EXPOSE, and COPY, ADD and VOLUME that are not JSON. */
export function blankSeparated(text: MappedText): Word[] {
  const words: Word[] = [];
  const source = text.text;
  let at = 0;
  while (at < source.length) {
    while (at < source.length && isSeparator(source.charCodeAt(at))) at++;
    if (at >= source.length) break;
    const start = at;
    while (at < source.length && !isSeparator(source.charCodeAt(at))) at++;
    words.push({ text: source.slice(start, at), range: text.range(start, at) });
  }
  return words;
}

/** A word of ARG, ENV or LABEL, with its offset in the text so that it can be split further. */
export interface QuotedWord extends Word {
  start: number;
}

/** Words between blanks outside quotes; quotes and escapes stay: ARG, ENV, LABEL. */
export function quotedWords(text: MappedText, escape: string): QuotedWord[] {
  const words: QuotedWord[] = [];
  const source = text.text;
  const end = source.length;
  let at = skipSpace(source, 0);
  while (at < end) {
    const start = at;
    let word = '';
    let quote = '';
    while (at < end) {
      const char = source[at] as string;
      if (quote === '' && isSpace(char.charCodeAt(0))) break;
      if (char === escape && quote !== "'") {
        at++;
        // An escape at the very end escapes nothing and is dropped.
        if (at < end) word += char + source[at];
        at++;
        continue;
      }
      if (quote === '' && (char === '"' || char === "'")) quote = char;
      else if (char === quote) quote = '';
      word += char;
      at++;
    }
    at = Math.min(at, end);
    if (word !== '') words.push({ text: word, range: text.range(start, at), start });
    at = skipSpace(source, at);
  }
  return words;
}

/** What a text is when read as a JSON array of strings. */
export type JsonWords = { kind: 'words'; words: Word[] } | { kind: 'not-json' } | { kind: 'not-strings' };

/** Reads `["a", "b"]`. Anything that is no JSON array is for the shell; an array of other things is refused. */
export function jsonWords(text: MappedText): JsonWords {
  const source = text.text;
  const start = skipSpace(source, 0);
  if (source[start] !== '[') return { kind: 'not-json' };
  let values: unknown;
  try {
    values = JSON.parse(source.slice(start));
  } catch {
    return { kind: 'not-json' };
  }
  if (!Array.isArray(values)) return { kind: 'not-json' };
  if (!values.every((value) => typeof value === 'string')) return { kind: 'not-strings' };
  const words: Word[] = [];
  let at = start + 1;
  for (const value of values as string[]) {
    const open = source.indexOf('"', at);
    at = open + 1;
    while (source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
    at++;
    words.push({ text: value, range: text.range(open, at) });
  }
  return { kind: 'words', words };
}
