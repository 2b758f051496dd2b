import type { Dockerfile, FromInstruction, Instruction, Stage, Word } from '../dockerfile/types.ts';
import { wholeRange } from '../dockerfile/whole-range.ts';
import type { Range } from '../types.ts';

/** An instruction with the place where it takes effect. */
export interface Placed {
  instruction: Instruction;
  /** The FROM that it follows, null before the first one. */
  from: FromInstruction | null;
  /** Its stage, null outside one. */
  stage: Stage | null;
  /** It is the trigger of an ONBUILD: it runs in the builds that use this image. */
  onbuild: boolean;
}

const known = new WeakMap<Dockerfile, readonly Placed[]>();

/** Every instruction in order, with ONBUILD taken off; fragments without a FROM too. */
export function placed(dockerfile: Dockerfile): readonly Placed[] {
  let list = known.get(dockerfile);
  if (!list) {
    list = place(dockerfile);
    known.set(dockerfile, list);
  }
  return list;
}

function place(dockerfile: Dockerfile): Placed[] {
  const stages = new Map(dockerfile.stages.map((stage) => [stage.from, stage]));
  let from: FromInstruction | null = null;
  let stage: Stage | null = null;
  return dockerfile.instructions.map((outer) => {
    const onbuild = outer.name === 'onbuild';
    const instruction = onbuild ? outer.trigger : outer;
    if (outer.name === 'from') {
      from = outer;
      stage = stages.get(outer) ?? null;
    }
    return { instruction, from, stage, onbuild };
  });
}

/** The instructions of one stage, without its FROM; the first group of a fragment has no `from`. */
export interface StageGroup {
  from: FromInstruction | null;
  stage: Stage | null;
  placed: Placed[];
}

/** The instructions by stage, those before the first FROM left out when there is a FROM. */
export function stageGroups(dockerfile: Dockerfile): StageGroup[] {
  const groups: StageGroup[] = [];
  let current: StageGroup | null = null;
  for (const entry of placed(dockerfile)) {
    if (!current || current.from !== entry.from) {
      current = { from: entry.from, stage: entry.stage, placed: [] };
      groups.push(current);
    }
    if (entry.instruction !== entry.from) current.placed.push(entry);
  }
  return groups;
}

/**
 * Walks every stage with a state that a stage takes over from the stage that it is built on.
 * @param step - gets the state before the instruction and returns the state after it.
 */
export function walkStages<State>(
  dockerfile: Dockerfile,
  initial: State,
  step: (state: State, entry: Placed) => State,
): void {
  const finals = new Map<number, State>();
  for (const group of stageGroups(dockerfile)) {
    const base = group.stage?.base;
    let state = (base?.kind === 'stage' ? finals.get(base.stage) : undefined) ?? initial;
    for (const entry of group.placed) state = step(state, entry);
    if (group.stage) finals.set(group.stage.index, state);
  }
}

/** The stage that is built: `--target`, or the last one. */
export function finalGroup(dockerfile: Dockerfile, target: string | undefined): StageGroup | undefined {
  const groups = stageGroups(dockerfile).filter((group) => group.from);
  const wanted = target?.toLowerCase();
  return (wanted && groups.find((group) => group.stage?.name === wanted)) || groups.at(-1);
}

/** The word's own range where it starts on the line that the instruction is known by, else the instruction's. */
export function rangeOf(instruction: Instruction, word: Word): Range {
  return word.range.startLine === instruction.startLine ? word.range : wholeRange(instruction);
}

/** Without quotes at either end. */
export function unquote(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isQuote(text[start])) start++;
  while (end > start && isQuote(text[end - 1])) end--;
  return text.slice(start, end);
}

function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'";
}

/** The value depends on a variable, so the text says nothing certain about it. */
export function hasVariable(text: string): boolean {
  return text.includes('$');
}
