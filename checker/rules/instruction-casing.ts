import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const instructionCasingPage: RulePage = {
  title: 'Write all instructions in one case',
  why: 'Instructions may be in either case. In one case throughout, usually upper, they stand out from their arguments.',
  sources: [buildCheckPage('consistent-instruction-casing')],
};

export const instructionCasing = buildkitRule(
  'ConsistentInstructionCasing',
  {
    name: 'instruction-casing',
    severity: 'info',
    set: 'default',
  },
  ({ subject, instruction, range }, { dockerfile }) => {
    const written = instruction?.keyword.text ?? '';
    const text = subject === 'lowercase' ? written.toLowerCase() : written.toUpperCase();
    return {
      message: `Most instructions of this file are in ${subject === 'lowercase' ? 'lower' : 'upper'} case. Write ${text}.`,
      fix: { title: `Write ${text}`, edits: [{ file: dockerfile.path, range, text }] },
    };
  },
);
