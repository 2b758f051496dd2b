import { RefusalError } from './refusal.ts';
import { skipSpace } from './space.ts';
import type { CheckDirective } from './types.ts';

/**
 * Parser directives: `# syntax=`, `# escape=` and `# check=` on the first lines of a file.
 * https://docs.docker.com/reference/dockerfile/#parser-directives
 */

const DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const KNOWN = new Set(['syntax', 'escape', 'check']);

/** Reads lines until one is no directive; from then on every line is not. */
export class DirectiveReader {
  private readonly seen = new Set<string>();
  private done = false;

  /**
   * @param line - without its line break and leading blanks.
   * @throws RefusalError when the same directive comes twice.
   */
  read(line: string): { name: string; value: string } | null {
    if (this.done) return null;
    const match = line.startsWith('#') ? DIRECTIVE.exec(line.slice(skipSpace(line, 1))) : null;
    const name = match?.[1]?.toLowerCase();
    if (!match || !name || !KNOWN.has(name)) {
      this.done = true;
      return null;
    }
    if (this.seen.has(name)) {
      throw new RefusalError(
        `only one ${name} parser directive can be used`,
        `Keep one \`# ${name}=\` line and delete the other.`,
      );
    }
    this.seen.add(name);
    return { name, value: match[2] as string };
  }
}

/**
 * The value of a directive as BuildKit looks for it apart from the reading of the file: below a first line that
 * begins with `#!`, and only where the `#` is the first character of its line.
 * @returns with the 1-based line, null where there is none.
 */
export function directiveAtTop(text: string, name: string): { value: string; line: number } | null {
  const reader = new DirectiveReader();
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let line = 1; text[start] === '#'; line++) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? text.length : lineBreak;
    if (line > 1 || !text.startsWith('#!', start)) {
      const directive = readOrNull(reader, text.slice(start, text[end - 1] === '\r' ? end - 1 : end));
      if (!directive) return null;
      if (directive.name === name) return { value: directive.value, line };
    }
    start = end + 1;
  }
  return null;
}

function readOrNull(reader: DirectiveReader, line: string): ReturnType<DirectiveReader['read']> {
  try {
    return reader.read(line);
  } catch (error) {
    if (error instanceof RefusalError) return null;
    throw error;
  }
}

/** Nothing skipped, nothing experimental, warnings only. */
export const NO_CHECK_OPTIONS: CheckDirective = { skip: [], experimental: [], error: false };

/**
 * Reads `skip=A,B;error=true;experimental=all`. Only what stands before the first blank counts.
 * @throws RefusalError for an unknown option or a value of `error` that is no boolean.
 */
export function checkOptions(value: string): CheckDirective {
  const options = { ...NO_CHECK_OPTIONS };
  const text = value.split(' ')[0] ?? '';
  if (text === '') return options;
  const [first = '', second, ...others] = text.split(';');
  // There are three options; what stands behind a third semicolon belongs to the third.
  const parts = [
    first,
    ...(second === undefined ? [] : [second]),
    ...(others.length > 0 ? [others.join(';')] : []),
  ];
  for (const part of parts) {
    const split = part.indexOf('=');
    const fail = (what: string) =>
      new RefusalError(
        `failed to parse check options: ${what}`,
        'Write `# check=skip=RuleA,RuleB;error=true` without blanks.',
      );
    if (split === -1) throw fail(`invalid check option "${part}"`);
    const key = part.slice(0, split).trim();
    const setting = part.slice(split + 1).trim();
    if (key === 'skip') options.skip = ruleList(setting);
    else if (key === 'experimental') options.experimental = ruleList(setting);
    else if (key === 'error') {
      const flag = goBoolean(setting);
      if (flag === null) {
        throw fail(
          `failed to parse check option "${part}": strconv.ParseBool: parsing "${setting}": invalid syntax`,
        );
      }
      options.error = flag;
    } else throw fail(`invalid check option "${key}"`);
  }
  return options;
}

function ruleList(setting: string): 'all' | string[] {
  return setting === 'all' ? 'all' : setting.split(',').map((name) => name.trim());
}

/** Go's `strconv.ParseBool`; null for what it refuses. */
export function goBoolean(text: string): boolean | null {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text)) return false;
  return null;
}
