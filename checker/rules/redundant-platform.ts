import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const redundantPlatformPage: RulePage = {
  title: 'Leave out a platform that is the default',
  why: 'Every FROM is for the target platform already. Saying so suggests that something special happens here.',
  sources: [buildCheckPage('redundant-target-platform')],
};

export const redundantPlatform = buildkitRule(
  'RedundantTargetPlatform',
  {
    name: 'redundant-platform',
    severity: 'info',
    refs: ['hadolint:DL3065'],
    set: 'default',
  },
  ({ subject, instruction }, { dockerfile }) => {
    const message = `FROM is for ${subject} anyway. Leave --platform out.`;
    if (instruction?.name !== 'from') return { message };
    const { endLine, endColumn } = instruction.keyword.range;
    const { startLine, startColumn } = instruction.image.range;
    const range = { startLine: endLine, startColumn: endColumn, endLine: startLine, endColumn: startColumn };
    return {
      message,
      fix: { title: 'Delete --platform', edits: [{ file: dockerfile.path, range, text: ' ' }] },
    };
  },
);
