import type { LayerSize } from '../image/types.ts';
import type { GoalCheck } from './goal.ts';
import { no, onImage, unknown, YES } from './verdict.ts';

/** Decimal megabytes, as `docker images` prints them. */
export function megabytes(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(2)} GB` : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** The image is smaller than so many decimal megabytes, all its layers counted. */
export function imageSmallerThan(limit: number): GoalCheck {
  return onImage((image, build) => {
    const { size } = build;
    if (size.bytes === undefined) return unknown('the size of the base image is not known', image.from.range);
    const about = size.exact ? '' : 'about ';
    const biggest = biggestPart(size);
    if (size.bytes > limit * 1e6)
      return no(
        `The image is ${about}${megabytes(size.bytes)}, more than ${limit} MB${biggest}.`,
        image.from.range,
      );
    return YES;
  });
}

/** The image that the final stage starts from, through other stages too, is smaller than so many decimal megabytes. */
export function baseSmallerThan(limit: number): GoalCheck {
  return onImage((image, build) => {
    let { base, from } = image;
    while (base.kind === 'stage') {
      const below = build.stages[base.stage];
      if (!below) break;
      ({ base, from } = below);
    }
    if (base.kind === 'scratch') return YES;
    if (base.kind !== 'image' || base.bytes === undefined)
      return unknown('the size of the base image is not known', from.range);
    if (base.bytes <= limit * 1e6) return YES;
    return no(`${base.reference} alone is about ${megabytes(base.bytes)}.`, from.range);
  });
}

function biggestPart(size: LayerSize): string {
  const [part] = size.parts;
  return part ? `; most of it is ${part.what} (${megabytes(part.bytes)})` : '';
}
