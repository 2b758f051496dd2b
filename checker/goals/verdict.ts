import { buildOf } from '../image/build.ts';
import type { Build, BuiltStage } from '../image/types.ts';
import type { Range, Verdict } from '../types.ts';
import type { GoalCheck, GoalFacts } from './goal.ts';

export const YES: Verdict = { is: 'yes' };

export function no(because: string, range?: Range): Verdict {
  return range ? { is: 'no', because, range } : { is: 'no', because };
}

export function unknown(because: string, range?: Range): Verdict {
  return range ? { is: 'unknown', because, range } : { is: 'unknown', because };
}

/** A question about the image that the build makes; a file that cannot be built has none. */
export function onImage(ask: (image: BuiltStage, build: Build, facts: GoalFacts) => Verdict): GoalCheck {
  return (facts) => {
    const { refusal, dockerfile, project } = facts;
    if (refusal) return no(`docker build refuses this file: ${refusal.message}`, refusal.range);
    const build = buildOf(dockerfile, project);
    if (!build.image)
      return no('The Dockerfile has no FROM, so it makes no image.', dockerfile.lines.lines(1));
    return ask(build.image, build, facts);
  };
}

/** All of the questions, answered by the first that is not a yes; a no counts before a not known. */
export function all(...checks: readonly GoalCheck[]): GoalCheck {
  return (facts) => {
    const verdicts = checks.map((check) => check(facts));
    return (
      verdicts.find((verdict) => verdict.is === 'no') ??
      verdicts.find((verdict) => verdict.is === 'unknown') ??
      YES
    );
  };
}

/** Any of the questions; where none is a yes, the first no says why. */
export function any(...checks: readonly GoalCheck[]): GoalCheck {
  return (facts) => {
    const verdicts = checks.map((check) => check(facts));
    const [first] = verdicts;
    return (
      verdicts.find((verdict) => verdict.is === 'yes') ??
      verdicts.find((verdict) => verdict.is === 'unknown') ??
      first ??
      YES
    );
  };
}

/** Where a stage's last word on something stands: the instruction of that name, else its FROM. */
export function lastOf(image: BuiltStage, ...names: readonly string[]): Range {
  return (
    image.steps.findLast((step) => names.includes(step.instruction.name))?.instruction.range ??
    image.from.range
  );
}
