import { buildkitRule } from './buildkit.ts';

export const instructionCasing = buildkitRule(
  'ConsistentInstructionCasing',
  {
    name: 'instruction-casing',
    severity: 'info',
    title: 'Write all instructions in one case',
    why: 'Instructions may be in either case. In one case throughout, usually upper, they stand out from their arguments.',
    page: 'consistent-instruction-casing',
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
