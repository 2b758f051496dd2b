import { placed, rangeOf } from './place.ts';
import type { Rule, RulePage } from './rule.ts';
import { BuildkitTwin } from './twins.ts';

export const fixedPlatformPage: RulePage = {
  title: 'Leave the platform to the one who builds',
  why: 'A platform in FROM overrides `--platform`: builders on another architecture emulate it, or the image does not start where it is meant to. `$BUILDPLATFORM` is the usual exception, for a stage that cross-compiles.',
  sources: ['https://docs.docker.com/build/building/multi-platform/'],
};

export const fixedPlatform: Rule = {
  name: 'fixed-platform',
  severity: 'warning',
  refs: ['hadolint:DL3029'],
  set: 'all',
  *check(context) {
    const buildkit = new BuildkitTwin('FromPlatformFlagConstDisallowed', context);
    for (const { instruction, onbuild } of placed(context.dockerfile)) {
      if (instruction.name !== 'from' || onbuild || !instruction.platform?.text) continue;
      // Of a constant that is not in the stage's name BuildKit warns itself: that is `constant-platform`.
      if (/(BUILD|TARGET)PLATFORM/.test(instruction.platform.text) || buildkit.warns(instruction)) continue;
      yield {
        range: rangeOf(instruction, instruction.platform),
        message: `This stage is always ${instruction.platform.text}, whatever platform the build is for. Drop --platform, or use $BUILDPLATFORM for a stage that cross-compiles.`,
      };
    }
  },
};
