import { ExpandError, expandWord } from './expand.ts';
import { type GlobalScope, globalScope, lookupIn } from './scope.ts';
import type { ArgInstruction, Instruction, Stage, StageBase } from './types.ts';

/** Groups instructions into stages and finds what each stage starts from. */
export function arrangeStages(
  instructions: readonly Instruction[],
  buildArgs: Readonly<Record<string, string>>,
  escape: string,
): { stages: Stage[]; metaArgs: ArgInstruction[]; orphan: Instruction | null } {
  const stages: Stage[] = [];
  const metaArgs: ArgInstruction[] = [];
  let orphan: Instruction | null = null;
  let global: GlobalScope | null = null;
  const byName = new Map<string, number>();
  for (const instruction of instructions) {
    if (instruction.name === 'from') {
      global ??= globalScope(metaArgs, buildArgs, escape);
      const name = instruction.stageName?.text.toLowerCase() ?? null;
      const base = stageBase(instruction.image.text, escape, global, byName);
      stages.push({ index: stages.length, name, from: instruction, base, instructions: [] });
      if (name !== null) byName.set(name, stages.length - 1);
    } else if (stages.length > 0) {
      stages.at(-1)?.instructions.push(instruction);
    } else if (instruction.name === 'arg') {
      metaArgs.push(instruction);
    } else {
      orphan ??= instruction;
    }
  }
  return { stages, metaArgs, orphan };
}

function stageBase(
  image: string,
  escape: string,
  global: GlobalScope,
  byName: ReadonlyMap<string, number>,
): StageBase {
  try {
    const { result, unmatched } = expandWord(image, escape, lookupIn(global.values));
    // The name must match as it is written: BuildKit stores stage names in lower case and does not fold here.
    const stage = byName.get(result);
    if (stage !== undefined) return { kind: 'stage', stage };
    if (result === 'scratch') return { kind: 'scratch' };
    if (result === '' || (unmatched.size > 0 && !isReference(result))) return { kind: 'unknown' };
    return { kind: 'image', reference: result };
  } catch (error) {
    if (error instanceof ExpandError) return { kind: 'unknown' };
    throw error;
  }
}

function isReference(text: string): boolean {
  return /^[\w.][\w./:@-]*\w$/.test(text);
}

const byName = new WeakMap<readonly Stage[], Map<string, Stage>>();

/** The stage of a name, whatever its case; of several the last. Found in one step, however many stages there are. */
export function stageCalled(name: string, stages: readonly Stage[]): Stage | undefined {
  let known = byName.get(stages);
  if (!known) {
    known = new Map(stages.flatMap((stage) => (stage.name === null ? [] : [[stage.name, stage]])));
    byName.set(stages, known);
  }
  return known.get(name.toLowerCase());
}
