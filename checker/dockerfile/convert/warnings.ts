import type { Range } from '../../types.ts';
import { checkOptions } from '../directives.ts';
import { RefusalError } from '../refusal.ts';
import type { CheckDirective, Dockerfile, Instruction, Word } from '../types.ts';
import { wholeRange } from '../whole-range.ts';

/** One warning of `docker build --check`. https://docs.docker.com/reference/build-checks/ */
export interface BuildkitWarning {
  /** BuildKit's name of the check. */
  check: string;
  /** BuildKit's words. */
  detail: string;
  /** The line that BuildKit names. */
  line: number;
  /** The place that deserves the squiggle, on that line where it can be. */
  range: Range;
  instruction: Instruction | null;
  /** What it is about: a word, a name, a port. */
  subject: string;
}

/** Checks that are off until `# check=experimental=` names them. */
const EXPERIMENTAL: ReadonlySet<string> = new Set(['InvalidDefinitionDescription']);

/** Collects warnings and leaves out what the file's directives skip. */
export class WarningList {
  readonly warnings: BuildkitWarning[] = [];
  private readonly commentOptions = new Map<Instruction, CheckDirective[]>();

  constructor(private readonly dockerfile: Dockerfile) {}

  /** Adds a warning about an instruction; `word` narrows the place. */
  add(check: string, instruction: Instruction, detail: string, subject: string, word?: Word | null): void {
    const onLine = word && word.range.startLine === instruction.startLine;
    const range = onLine ? word.range : wholeRange(instruction);
    this.push({ check, detail, line: instruction.startLine, range, instruction, subject });
  }

  /** Adds a warning about a line that is no instruction's first. */
  addLine(check: string, line: number, range: Range, detail: string): void {
    this.push({ check, detail, line, range, instruction: null, subject: '' });
  }

  /** `error=true` turns warnings into the build's failure. */
  get failure(): string | null {
    if (!this.dockerfile.check.error || this.warnings.length === 0) return null;
    const names = [...new Set(this.warnings.map(({ check }) => check))].sort();
    return `lint violation found for rules: ${names.join(', ')}`;
  }

  private push(warning: BuildkitWarning): void {
    const { check, instruction } = warning;
    const options = [this.dockerfile.check, ...(instruction ? this.optionsAbove(instruction) : [])];
    const isNamed = (names: 'all' | readonly string[]) => names === 'all' || names.includes(check);
    // What was asked for by name is not silenced by a skip.
    const wanted = EXPERIMENTAL.has(check)
      ? options.some(({ experimental }) => isNamed(experimental))
      : !options.some(({ skip }) => isNamed(skip));
    if (wanted) this.warnings.push(warning);
  }

  /** `# check=skip=...` in the comments directly above an instruction. */
  private optionsAbove(instruction: Instruction): CheckDirective[] {
    const known = this.commentOptions.get(instruction);
    if (known) return known;
    const options: CheckDirective[] = [];
    for (const comment of instruction.comments) {
      const value = /^check\s*=\s*(.+)$/i.exec(comment)?.[1];
      if (value === undefined) continue;
      try {
        options.push(checkOptions(value));
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error;
      }
    }
    this.commentOptions.set(instruction, options);
    return options;
  }
}
