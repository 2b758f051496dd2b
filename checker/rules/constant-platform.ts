import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const constantPlatformPage: RulePage = {
  title: 'Leave the platform to the one who builds',
  why: 'A constant platform overrides `docker build --platform`, so the same file cannot make an image for another machine. If a stage is meant for one platform only, its name should say so.',
  sources: [buildCheckPage('from-platform-flag-const-disallowed')],
};

export const constantPlatform = buildkitRule(
  'FromPlatformFlagConstDisallowed',
  {
    name: 'constant-platform',
    severity: 'warning',
    refs: ['hadolint:DL3029'],
    set: 'default',
  },
  ({ subject }) => ({
    message: `This stage is always ${subject}, whatever platform the build is for. Drop --platform, use $BUILDPLATFORM or $TARGETPLATFORM, or name the stage after the platform.`,
  }),
);
