import type { ShellWord } from '../shell/types.ts';
import type { Known } from './types.ts';

/** Shell variables while a script runs; a name that maps to undefined is set to something not known. */
export interface Variables {
  get(name: string): Known<string>;
  has(name: string): boolean;
  /** Whether a name that is not there is certainly not set. */
  complete: boolean;
  /** Whether the script may have set names of its own that are not listed: in a loop, or by `read`. */
  open: boolean;
}

/** Longest word that is followed, in characters: more than an argument list may hold. */
const LONGEST = 131_072;

/**
 * The words that a shell makes of one: quotes removed, variables replaced, split where an unquoted value has
 * blanks. Globs stay as they are. A word that depends on what is not known becomes undefined.
 */
export function shellWords(word: ShellWord, variables: Variables): Known<string>[] {
  if (word.literal) return [word.text];
  const { raw } = word;
  const words: string[] = [];
  let current = '';
  let started = false;
  let quoted = false;
  for (let at = 0; at < raw.length; at++) {
    const char = raw[at] as string;
    if (!quoted && char === "'") {
      const end = raw.indexOf("'", at + 1);
      if (end === -1) return [undefined];
      current += raw.slice(at + 1, end);
      started = true;
      at = end;
    } else if (char === '"') {
      quoted = !quoted;
      started = true;
    } else if (char === '\\') {
      const next = raw[++at];
      if (next === undefined) return [undefined];
      if (next === '\n') continue;
      current += quoted && !'$`"\\'.includes(next) ? `\\${next}` : next;
      started = true;
    } else if (char === '`') return [undefined];
    else if (char === '$') {
      const reference = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+])([^${}`'"]*))?\})/.exec(
        raw.slice(at),
      );
      if (!reference) {
        if (/^\$[({$@*#?!0-9-]/.test(raw.slice(at))) return [undefined];
        current += char;
        continue;
      }
      const value = valueOf(reference[1] ?? reference[2] ?? '', reference[3], reference[4] ?? '', variables);
      if (value === undefined) return [undefined];
      at += reference[0].length - 1;
      if (quoted) current += value;
      else {
        const pieces = value.split(/[ \t\n]+/);
        pieces.forEach((piece, index) => {
          if (index > 0) {
            if (started || current !== '') words.push(current);
            current = '';
            started = false;
          }
          current += piece;
        });
      }
      started ||= current !== '';
    } else {
      // Braces are alternatives in bash and plain characters in sh.
      if (!quoted && char === '{' && /^\{[^{}]*(?:,|\.\.)[^{}]*\}/.test(raw.slice(at))) return [undefined];
      if (!quoted && char === '~' && at === 0) {
        const home = variables.get('HOME');
        if (home === undefined || !/^~(\/|$)/.test(raw)) return [undefined];
        current += home;
        started = true;
        continue;
      }
      current += char;
      started = true;
    }
  }
  if (started) words.push(current);
  // Variables that grow without end are not followed.
  return words.some((text) => text.length > LONGEST) ? [undefined] : words;
}

function valueOf(
  name: string,
  operator: string | undefined,
  other: string,
  variables: Variables,
): Known<string> {
  const known = variables.has(name);
  if (!known && SHELL_NAMES.has(name) ? variables.open : !known && !variables.complete) return undefined;
  const value = known ? variables.get(name) : '';
  if (operator === undefined) return value;
  if (known && value === undefined) return undefined;
  const set = operator.startsWith(':') ? value !== '' : known;
  if (operator.endsWith('-')) return set ? value : other;
  return set ? other : '';
}

/** Lower-case names are the script's own: no image sets them. */
const SHELL_NAMES = { has: (name: string) => /^[a-z_]+$/.test(name) };
