/**
 * Shell patterns of `*`, `?` and literal characters (no brackets), as BuildKit uses them in `${name#pattern}`
 * and `${name/pattern/text}`. Matched without backtracking, so that no pattern is slow.
 */

/** The pattern cannot be used; the message is BuildKit's. */
export class PatternError extends Error {}

type Piece = { is: 'any' } | { is: 'one' } | { is: 'char'; char: string };

/** More steps than any real file needs. */
const BUDGET = 2_000_000;

export class ShellPattern {
  private steps = 0;

  private constructor(private readonly pieces: readonly Piece[]) {}

  /** @throws PatternError for an escape of a character that needs none. */
  static read(pattern: string): ShellPattern {
    const pieces: Piece[] = [];
    const chars = [...pattern];
    for (let at = 0; at < chars.length; at++) {
      const char = chars[at] as string;
      if (char === '*') pieces.push({ is: 'any' });
      else if (char === '?') pieces.push({ is: 'one' });
      else if (char !== '\\') pieces.push({ is: 'char', char });
      else {
        const next = chars[at + 1];
        // The escape of } and / belongs to the substitution, not to the pattern.
        if (next === '}' || next === '/') continue;
        if (next !== '*' && next !== '?' && next !== '\\') {
          throw new PatternError(`invalid escape '\\${next ?? '\ufffd'}'`);
        }
        pieces.push({ is: 'char', char: next });
        at++;
      }
    }
    return new ShellPattern(pieces);
  }

  /** Ends of all matches that begin at `start`, ascending. */
  private ends(chars: readonly string[], start: number): number[] {
    const ends: number[] = [];
    let states = this.closure(new Set([0]));
    for (let at = start; ; at++) {
      if (states.has(this.pieces.length)) ends.push(at);
      if (at >= chars.length || states.size === 0) return ends;
      const next = new Set<number>();
      for (const state of states) {
        if (++this.steps > BUDGET) throw new PatternError('the pattern takes too long to match');
        const piece = this.pieces[state];
        if (!piece) continue;
        if (piece.is === 'any') next.add(state);
        else if (piece.is === 'one' || piece.char === chars[at]) next.add(state + 1);
      }
      states = this.closure(next);
    }
  }

  /** A `*` may also match nothing. */
  private closure(states: Set<number>): Set<number> {
    for (const state of states) if (this.pieces[state]?.is === 'any') states.add(state + 1);
    return states;
  }

  /** The value without the shortest or longest prefix that matches. */
  trimStart(value: string, longest: boolean): string {
    const chars = [...value];
    const ends = this.ends(chars, 0);
    const end = longest ? ends.at(-1) : ends[0];
    return end === undefined ? value : chars.slice(end).join('');
  }

  /** The value without the shortest or longest suffix that matches. */
  trimEnd(value: string, longest: boolean): string {
    const reversed = new ShellPattern([...this.pieces].reverse());
    const chars = [...value].reverse();
    const ends = reversed.ends(chars, 0);
    const end = longest ? ends.at(-1) : ends[0];
    return end === undefined ? value : chars.slice(end).reverse().join('');
  }

  /** The value with the first match, or every match, replaced; matches are as long as can be. */
  replace(value: string, text: string, all: boolean): string {
    const chars = [...value];
    let result = '';
    let at = 0;
    while (at <= chars.length) {
      const end = this.ends(chars, at).at(-1);
      if (end === undefined || (end === at && at === chars.length && at > 0)) {
        result += chars[at] ?? '';
        at++;
        continue;
      }
      result += text;
      if (!all) return result + chars.slice(end).join('');
      if (end === at) {
        result += chars[at] ?? '';
        at++;
      } else {
        at = end;
      }
    }
    return result;
  }
}
