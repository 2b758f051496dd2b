import type { YAMLParseError } from 'yaml';

/** Says in plain words why a text is not YAML. */
export function explainSyntax(error: YAMLParseError, text: string): string {
  // The YAML library recurses, and tells of its own failure like this.
  if (error.message.includes('call stack')) return 'The values of this file are nested too deep.';
  // Whatever the reader stumbled over, a tab in front of the line is the reason.
  if (/^ *\t/.test(lineAt(text, error.pos[0]))) return 'YAML is not indented with tabs. Use spaces.';
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'YAML is not indented with tabs. Use spaces.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return text[error.pos[0]] === '-' || /^\s*-\s/.test(lineAt(text, error.pos[0]).trimStart())
        ? 'This value cannot begin here. Put it on a line of its own, indented under its key.'
        : 'A value with a colon and a space in it reads as a key. Put quotes around the whole value, or check the indentation.';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'A key and its colon must stand on one line. Check for a missing space after a colon, or for indentation that does not match the lines above.';
    case 'BAD_INDENT':
      if (error.message.startsWith('Flow')) {
        return `A \`${error.message.includes('}') ? '{' : '['}\` that was opened above is never closed.`;
      }
      return 'The indentation does not match the lines above: keys that belong together start in the same column.';
    case 'MISSING_CHAR':
      if (error.message.startsWith('Missing closing'))
        return 'A quote that was opened above is never closed.';
      return `Something is missing here: ${sentence(error.message)}`;
    case 'BAD_SCALAR_START':
      return `A value that starts with \`${text[error.pos[0]] ?? ''}\` needs quotes around it.`;
    case 'BAD_DQ_ESCAPE':
      return 'This is no escape that double quotes know. Use single quotes, or write the backslash twice.';
    case 'UNEXPECTED_TOKEN':
      return 'This does not fit what stands above it. Check the indentation, and that a list and a mapping are not mixed.';
    case 'BAD_ALIAS':
      return 'An alias is written `*name`, an anchor `&name`, without a space and with nothing behind.';
    case 'KEY_OVER_1024_CHARS':
      return 'A key may have at most 1024 characters.';
    default:
      return sentence(error.message);
  }
}

/** What the `yaml` package objects to and Compose's YAML library does not. */
export function isTakenAnyway(error: YAMLParseError, text: string): boolean {
  if (error.code === 'BAD_DQ_ESCAPE') return text.slice(error.pos[0], error.pos[0] + 2) === "\\'";
  // A comment may follow a value without a space between them.
  return error.code === 'MISSING_CHAR' && error.message.startsWith('Comments must be separated');
}

/** The first character that Go's YAML library does not read, if there is one: it takes printable ones only. */
export function controlCharacter(text: string): { at: number; message: string } | null {
  const at = text.search(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f]/);
  if (at === -1) return null;
  const code = text.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase();
  return {
    at,
    message: `There is an invisible control character here (U+${code}), and YAML allows none. Remove it.`,
  };
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end === -1 ? text.length : end);
}

function sentence(message: string): string {
  const line = (message.split('\n')[0] as string).replace(/ at line \d+.*$/, '');
  return /[.?]$/.test(line) ? line : `${line}.`;
}
