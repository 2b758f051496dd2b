import { ExpandError, expandWord, type Lookup } from '../../dockerfile/expand.ts';
import type {
  AddInstruction,
  CopyInstruction,
  RunInstruction,
  WorkdirInstruction,
} from '../../dockerfile/types.ts';

/** Step names as BuildKit prints them. Source: BuildKit, frontend/dockerfile/dockerfile2llb. */

/** Counts the steps of one stage. */
export class StepCounter {
  private index = 0;

  /**
   * @param stageName - null in a file of one stage.
   * @param total - FROM an image included, ONBUILD triggers not yet.
   */
  constructor(
    private readonly stageName: string | null,
    private total: number,
  ) {}

  /** Every trigger counts, whatever it does. */
  addTriggers(count: number): void {
    this.total += count;
  }

  /** @returns the next number and the name for it. */
  next(command: string, isTrigger: boolean): { name: string; number: number } {
    this.index++;
    const width = Math.trunc(1 + Math.log10(this.total));
    const place = `${String(this.index).padStart(width)}/${this.total}`;
    const stage = this.stageName === null ? '' : `${this.stageName} `;
    return { name: `[${stage}${place}] ${isTrigger ? 'ONBUILD ' : ''}${command}`, number: this.index };
  }
}

/** `RUN npm ci`: variables that have a value are filled in, quotes stay. */
export function runName(instruction: RunInstruction, escape: string, lookup: Lookup): string {
  const { line, command, heredocs } = instruction;
  let text = line.text.trim();
  const only = heredocs[0];
  if (only && command.form === 'shell' && isHeredocAlone(command.script.text))
    text += ` (${summary(only.content)})`;
  return upperCased(filled(text, escape, lookup, { rawQuotes: true, keepUnset: true }));
}

/** `COPY --from=build /app .`: as a word of the shell, so quotes go and unset variables become nothing. */
export function fileName(
  instruction: CopyInstruction | AddInstruction | WorkdirInstruction,
  escape: string,
  lookup: Lookup,
): string {
  return upperCased(filled(instruction.line.text.trim(), escape, lookup, {}));
}

/** Whether a script is one heredoc mark and nothing else, so that its body is the script. */
export function isHeredocAlone(script: string): boolean {
  return /^\d*<<-?\s*(?:"[^"]*"|'[^']*'|[^\s<'"]+)$/.test(script.trim());
}

function filled(
  text: string,
  escape: string,
  lookup: Lookup,
  options: Parameters<typeof expandWord>[3],
): string {
  // Most names have nothing to fill in.
  if (!/[$'"\\`]/.test(text)) return text;
  try {
    return expandWord(text, escape, lookup, options).result;
  } catch (error) {
    if (error instanceof ExpandError) return text;
    throw error;
  }
}

/** The part before the first blank; a tab does not end it. */
function upperCased(text: string): string {
  const blank = text.indexOf(' ');
  return blank === -1 ? text.toUpperCase() : text.slice(0, blank).toUpperCase() + text.slice(blank);
}

function summary(document: string): string {
  const [first = '', ...others] = document.trim().replaceAll('\r\n', '\n').split('\n');
  return others.length > 0 ? `${first}...` : first;
}
