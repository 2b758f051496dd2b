import { buildCheckPage, buildkitRule } from './buildkit.ts';
import type { RulePage } from './rule.ts';

export const legacyKeyValuePage: RulePage = {
  title: 'Write ENV and LABEL with an equals sign',
  why: '`ENV name value` takes the whole rest of the line as one value, so a second pair on it silently becomes part of the first. With = every pair is its own.',
  sources: [buildCheckPage('legacy-key-value-format')],
};

export const legacyKeyValue = buildkitRule(
  'LegacyKeyValueFormat',
  {
    name: 'legacy-key-value',
    severity: 'warning',
    set: 'default',
  },
  ({ subject, instruction }, { dockerfile }) => {
    const message = `${subject} without = takes the rest of the line as one value. Write ${subject} name=value.`;
    const pair =
      instruction?.name === 'env' || instruction?.name === 'label' ? instruction.pairs[0] : undefined;
    const { startLine, endLine } = pair?.value.range ?? { startLine: 0, endLine: 1 };
    if (!instruction || !pair || instruction.range.startLine !== endLine || startLine !== endLine)
      return { message };
    if (/["'\\`]/.test(pair.value.text) || pair.key.text === '') return { message };
    const value =
      /\s/.test(pair.value.text) || pair.value.text === '' ? `"${pair.value.text}"` : pair.value.text;
    return {
      message,
      fix: {
        title: 'Write it with =',
        edits: [
          { file: dockerfile.path, range: instruction.rest.range(), text: `${pair.key.text}=${value}` },
        ],
      },
    };
  },
);
