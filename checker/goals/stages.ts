import type { GoalCheck } from './goal.ts';
import { lastOf, no, onImage, unknown, YES } from './verdict.ts';

/** The image takes something from another stage of the file. */
export function usesStage(name?: string): GoalCheck {
  return onImage((image, build) => {
    const used = build.needed.filter((index) => index !== image.index);
    if (name === undefined)
      return used.length > 0 ? YES : no('The image takes nothing from another stage.', image.from.range);
    const wanted = build.stages.find((stage) => stage.name === name.toLowerCase());
    if (!wanted) return no(`There is no stage named ${name}.`, image.from.range);
    return used.includes(wanted.index)
      ? YES
      : no(`The image takes nothing from the stage ${name}.`, wanted.from.range);
  });
}

/** The final image stands on this repository, through other stages too. */
export function basedOn(repository: string | RegExp): GoalCheck {
  return onImage((image, build) => {
    let { base, from } = image;
    while (base.kind === 'stage') {
      const below = build.stages[base.stage];
      if (!below) break;
      ({ base, from } = below);
    }
    if (base.kind === 'unknown') return unknown('the base image is not known', from.range);
    const reference = base.kind === 'image' ? base.reference : 'scratch';
    const fits =
      typeof repository === 'string'
        ? reference === repository ||
          reference.startsWith(`${repository}:`) ||
          reference.startsWith(`${repository}@`)
        : repository.test(reference);
    return fits ? YES : no(`The image stands on ${reference}.`, from.range);
  });
}

/** An instruction sets an environment variable of the image to this value (any, where none is given). */
export function setsEnv(name: string, value?: string): GoalCheck {
  return onImage((image) => {
    const { env, envComplete } = image.end.config;
    const there = env.get(name);
    const range = lastOf(image, 'env');
    if (there === undefined)
      return envComplete || image.base.kind !== 'unknown'
        ? no(`The image does not set ${name}.`, range)
        : unknown(`whether ${name} is set is not known`, range);
    return value === undefined || there === value ? YES : no(`${name} is ${there}, not ${value}.`, range);
  });
}
