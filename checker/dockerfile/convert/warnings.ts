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

/** Checks of the file as a whole: BuildKit asks only the directive at its top about them, no comment further down. */
const OF_THE_FILE: ReadonlySet<string> = new Set([
  ...['ReservedStageName', 'DuplicateStageName', 'ConsistentInstructionCasing'],
  ...['InvalidDefaultArgInFrom', 'InvalidBaseImagePlatform'],
]);

/** A variable that nothing in the file sets, in a stage whose base image is not known: it may have set it. */
export interface VariableFromBase {
  instruction: Instruction;
  name: string;
  range: Range;
}

/** Collects warnings and leaves out what the file's directives skip. */
export class WarningList {
  readonly warnings: BuildkitWarning[] = [];
  readonly fromBase: VariableFromBase[] = [];

  constructor(private readonly dockerfile: Dockerfile) {}

  /**
   * Adds a warning about an instruction.
   * @param word - narrows the place.
   * @param reader - the instruction that BuildKit is at, whose comment may skip the check, where it is another.
   */
  add(
    check: string,
    instruction: Instruction,
    detail: string,
    subject: string,
    word?: Word | null,
    reader: Instruction = instruction,
  ): void {
    const onLine = word && word.range.startLine === instruction.startLine;
    const range = onLine ? word.range : wholeRange(instruction);
    const warning = { check, detail, line: instruction.startLine, range, instruction, subject };
    this.push(warning, OF_THE_FILE.has(check) ? null : commentOptions(reader.comments));
  }

  /** Adds a warning about a line that is no instruction's first. */
  addLine(check: string, line: number, range: Range, detail: string): void {
    this.push({ check, detail, line, range, instruction: null, subject: '' }, null);
  }

  /** `error=true` turns warnings into the build's failure. */
  get failure(): string | null {
    if (!this.dockerfile.check.error || this.warnings.length === 0) return null;
    const names = [...new Set(this.warnings.map(({ check }) => check))].sort();
    return `lint violation found for rules: ${names.join(', ')}`;
  }

  private push(warning: BuildkitWarning, ofComment: CheckDirective | null): void {
    const options = [this.dockerfile.check, ...(ofComment ? [ofComment] : [])];
    const isNamed = (names: 'all' | readonly string[]) => names === 'all' || names.includes(warning.check);
    // What was asked for by name is not silenced by a skip.
    const wanted = EXPERIMENTAL.has(warning.check)
      ? options.some(({ experimental }) => isNamed(experimental))
      : !options.some(({ skip }) => isNamed(skip));
    if (wanted) this.warnings.push(warning);
  }
}

/** What the first `# check=skip=...` above an instruction says, null where there is none or it cannot be read. */
export function commentOptions(comments: readonly string[]): CheckDirective | null {
  for (const comment of comments) {
    const value = /^check\s*=\s*(.+)$/i.exec(comment)?.[1];
    if (value === undefined) continue;
    try {
      return checkOptions(value);
    } catch (error) {
      if (error instanceof RefusalError) return null;
      throw error;
    }
  }
  return null;
}
