/** What BuildKit says when it refuses an instruction; `remedy` is ours. */
export class RefusalError extends Error {
  constructor(
    message: string,
    readonly remedy?: string,
  ) {
    super(message);
    this.name = 'RefusalError';
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** Quotes as Go's `%q` does: what cannot be printed, blanks other than U+0020 too, is written as an escape. */
export function quote(text: string): string {
  const escaped = text.replace(/["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, (char) => {
    const code = char.codePointAt(0) as number;
    if (Object.hasOwn(ESCAPES, char)) return ESCAPES[char] as string;
    if (code < 0x80) return `\\x${hex(code, 2)}`;
    // Half of a pair stands for no character.
    if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
    return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
  });
  return `"${escaped}"`;
}

const hex = (code: number, width: number) => code.toString(16).padStart(width, '0');
