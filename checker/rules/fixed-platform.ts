import type { FromInstruction } from '../dockerfile/types.ts';
import { placed, rangeOf } from './place.ts';
import type { Rule } from './rule.ts';

/** hadolint's view: any platform but the ones that the build hands over. */
export function hasFixedPlatform(from: FromInstruction): boolean {
  return (
    from.platform !== null && from.platform.text !== '' && !/(BUILD|TARGET)PLATFORM/.test(from.platform.text)
  );
}

export const fixedPlatform: Rule = {
  name: 'fixed-platform',
  severity: 'warning',
  title: 'Leave the platform to the one who builds',
  why: 'A platform in FROM overrides `--platform`: builders on another architecture emulate it, or the image does not start where it is meant to. `$BUILDPLATFORM` is the usual exception, for a stage that cross-compiles.',
  refs: ['hadolint:DL3029'],
  sources: ['https://docs.docker.com/build/building/multi-platform/'],
  set: 'all',
  *check({ dockerfile }) {
    for (const { instruction, onbuild } of placed(dockerfile)) {
      if (instruction.name !== 'from' || onbuild || !instruction.platform || !hasFixedPlatform(instruction))
        continue;
      yield {
        range: rangeOf(instruction, instruction.platform),
        message: `This stage is always ${instruction.platform.text}, whatever platform the build is for. Drop --platform, or use $BUILDPLATFORM for a stage that cross-compiles.`,
      };
    }
  },
};
