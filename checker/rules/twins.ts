import { commentOptions } from '../dockerfile/convert/warnings.ts';
import type { Instruction } from '../dockerfile/types.ts';
import { buildkitConversion } from './buildkit.ts';
import type { RuleContext } from './rule.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * For rules that one of BuildKit's checks shares with other tools: each finding names those that agree on it,
 * and BuildKit agrees just where it would warn.
 */
export class BuildkitTwin {
  readonly ref: string;
  /** What BuildKit warns about in each instruction. */
  private readonly found = new Map<Instruction, Set<string>>();

  constructor(
    readonly check: string,
    private readonly context: RuleContext,
  ) {
    this.ref = `buildkit:${check}`;
    for (const { check: name, instruction, subject } of buildkitConversion(context).warnings) {
      if (name !== check || !instruction) continue;
      const subjects = this.found.get(instruction) ?? new Set();
      this.found.set(instruction, subjects.add(subject));
    }
  }

  /** The names or words that BuildKit warns about in an instruction, variables in them expanded. */
  subjects(instruction: Instruction): ReadonlySet<string> {
    return this.found.get(instruction) ?? NONE;
  }

  /** Whether BuildKit warns about the instruction. */
  warns(instruction: Instruction): boolean {
    return this.found.has(instruction);
  }

  /** The twins with or without BuildKit's. */
  refs(instruction: Instruction, others: readonly string[]): string[] {
    return this.warns(instruction) ? [this.ref, ...others] : [...others];
  }

  /** Whether `# check=skip=` names the check: who skips it has decided, whatever other tools say. */
  isSkipped(instruction: Instruction): boolean {
    const options = [this.context.dockerfile.check, commentOptions(instruction.comments)];
    return options.some((option) => option?.skip !== 'all' && option?.skip.includes(this.check));
  }
}
