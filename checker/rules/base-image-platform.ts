import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const baseImagePlatformPage: RulePage = {
  title: 'Start from an image that exists for the target platform',
  why: 'A base for another architecture runs under emulation, or fails with `exec format error`.',
  sources: [buildCheckPage('invalid-base-image-platform')],
};

export const baseImagePlatform = buildkitRule(
  'InvalidBaseImagePlatform',
  {
    name: 'base-image-platform',
    severity: 'warning',
    set: 'default',
  },
  ({ subject, detail }) => {
    const actual = /platform "([^"]+)"/.exec(detail)?.[1] ?? 'another platform';
    return {
      message: `${subject} exists for ${actual} only. Choose a base for the platform that you build for, or say --platform=${actual}.`,
    };
  },
);
