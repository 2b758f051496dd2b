import type { Instruction } from '../dockerfile/types.ts';
import { finalGroup, placed } from './place.ts';
import type { RuleContext } from './rule.ts';

const known = new WeakMap<RuleContext, ReadonlySet<Instruction>>();

/**
 * Whether what an instruction writes is part of the image in the end: its stage is the one that is built or one
 * that it starts from. Triggers count, since nobody knows what is built from them; so do fragments without a FROM.
 */
export function isKept(context: RuleContext, instruction: Instruction): boolean {
  let kept = known.get(context);
  if (!kept) {
    kept = find(context);
    known.set(context, kept);
  }
  return kept.has(instruction);
}

function find({ dockerfile, project }: RuleContext): ReadonlySet<Instruction> {
  const final = finalGroup(dockerfile, project.target)?.stage ?? null;
  const stages = new Set([final]);
  for (let stage = final; stage?.base.kind === 'stage'; ) {
    stage = dockerfile.stages[stage.base.stage] ?? null;
    if (stages.has(stage)) break;
    stages.add(stage);
  }
  const kept = placed(dockerfile).filter(({ stage, onbuild }) => onbuild || stages.has(stage));
  return new Set(kept.map(({ instruction }) => instruction));
}
