import type { Build, Failure } from '../types.ts';
import { requiredSecrets } from './run-plan.ts';
import type { StepVertex } from './vertex.ts';

/**
 * Why steps fail when they are carried out, as the virtual build foresees it.
 * A missing source is not among them: that shows when the key is computed.
 */
export function stepFailures(build: Build): (vertex: StepVertex) => string | null {
  const failures = new Map<string, Failure>();
  const key = (stage: number, line: number) => `${stage} ${line}`;
  for (const stage of build.stages) {
    for (const { instruction, failure } of stage.steps) {
      if (failure && failure.kind !== 'missing-source')
        failures.set(key(stage.index, instruction.startLine), failure);
    }
  }
  return ({ stage, instruction }) => failures.get(key(stage, instruction.startLine))?.message ?? null;
}

/** The message for a command that needs a secret which the build is not given; null where secrets are not known. */
export function missingSecret(
  { kind, instruction }: StepVertex,
  secrets: Readonly<Record<string, string>> | undefined,
): string | null {
  if (kind !== 'run' || instruction.name !== 'run' || !secrets) return null;
  const id = requiredSecrets(instruction).find((wanted) => !Object.hasOwn(secrets, wanted));
  return id === undefined ? null : `secret ${id}: not found`;
}
