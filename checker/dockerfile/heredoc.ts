import { ExpandError, expandWord } from './expand.ts';

/** What introduces a heredoc on an instruction's line: `<<EOF`, `3<<-'EOF'`. */
export interface HeredocMark {
  name: string;
  expand: boolean;
  chomp: boolean;
  fd: number;
}

const MARK = /^(\d*)<<(-?)([^<]*)$/;
const nothing = () => undefined;

/** Reads one word as a heredoc mark; null when it is none. */
export function heredocMark(word: string): HeredocMark | null {
  if (!word.includes('<<')) return null;
  const match = MARK.exec(word);
  const rest = match?.[3];
  if (!match || !rest) return null;
  let plain: string[];
  let raw: string[];
  try {
    plain = expandWord(rest, '\\', nothing, { keepUnset: true }).words;
    raw = expandWord(rest, '\\', nothing, { keepUnset: true, rawQuotes: true }).words;
  } catch (error) {
    if (error instanceof ExpandError) return null;
    throw error;
  }
  const name = plain[0];
  if (plain.length !== 1 || raw.length !== 1 || name === undefined) return null;
  return {
    name,
    expand: quotes(name) === quotes(raw[0] as string),
    chomp: match[2] === '-',
    fd: match[1] ? Number(match[1]) : 0,
  };
}

/** Every heredoc that a logical line introduces, in order. An open quote hides them all, as in BuildKit. */
export function heredocMarks(line: string): HeredocMark[] {
  if (!line.includes('<<')) return [];
  let words: string[];
  try {
    words = expandWord(line, '\\', nothing, { keepUnset: true, rawQuotes: true, rawEscapes: true }).words;
  } catch (error) {
    if (error instanceof ExpandError) return [];
    throw error;
  }
  return words.map(heredocMark).filter((mark) => mark !== null);
}

function quotes(text: string): number {
  return text.length - text.replace(/['"]/g, '').length;
}
