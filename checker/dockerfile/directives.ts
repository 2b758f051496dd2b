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
  for (const part of text.split(';')) {
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
