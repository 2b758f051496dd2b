import { buildOf } from '../image/build.ts';
import { type Listening, listeningOf } from '../image/runtime/listening.ts';
import { type ContainerProcess, containerProcess } from '../image/runtime/process.ts';
import type { Build, BuiltStage, BuiltStep, Failure, Known } from '../image/types.ts';
import { shellOf } from '../shell/instruction.ts';
import type { RuleContext } from './rule.ts';

/** The build on paper of what a rule looks at. */
export function builtOf({ dockerfile, project }: RuleContext): Build {
  return buildOf(dockerfile, project);
}

/** The stages that the build carries out; those that nothing needs never fail and are never shipped. */
export function neededStages(build: Build): BuiltStage[] {
  return build.needed.flatMap((index) => build.stages[index] ?? []);
}

export function neededSteps(build: Build): BuiltStep[] {
  return neededStages(build).flatMap((stage) => stage.steps);
}

/** The needed steps that are known to fail. Of a script that the shell cannot read no command fails: none begins. */
export function failingSteps(context: RuleContext): (BuiltStep & { failure: Failure })[] {
  return neededSteps(builtOf(context)).flatMap((step) => {
    const { failure, instruction } = step;
    if (!failure || (shellOf(context.dockerfile, instruction)?.errors.length ?? 0) > 0) return [];
    return [{ ...step, failure }];
  });
}

/** The stages whose layers are in the image: the target, and what it is built FROM, lowest first. */
export function shippedStages(build: Build): BuiltStage[] {
  const stages: BuiltStage[] = [];
  for (
    let stage = build.image;
    stage;
    stage = stage.base.kind === 'stage' ? (build.stages[stage.base.stage] ?? null) : null
  ) {
    stages.unshift(stage);
  }
  return stages;
}

const processes = new WeakMap<BuiltStage, { process: Known<ContainerProcess | null> }>();

/** What the image's container runs; worked out once for all rules. */
export function processOf(image: BuiltStage): Known<ContainerProcess | null> {
  let known = processes.get(image);
  if (!known) {
    known = { process: containerProcess(image.end) };
    processes.set(image, known);
  }
  return known.process;
}

const listeners = new WeakMap<BuiltStage, Listening>();

/** Where the image's server listens; worked out once for all rules. */
export function listenerOf(image: BuiltStage): Listening {
  let known = listeners.get(image);
  if (!known) {
    known = listeningOf(image.end);
    listeners.set(image, known);
  }
  return known;
}
