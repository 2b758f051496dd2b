import { placed, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';

/** What is wrong with a label's key, by Docker's guidelines; null if nothing. */
export function keyFault(key: string): string | null {
  if (/^(com\.docker|io\.docker|org\.dockerproject)\./.test(key))
    return 'begins with a name that is reserved for Docker';
  if (/[^a-z0-9.-]/.test(key))
    return 'has other characters than lower-case letters, digits, dots and hyphens';
  if (!/^[a-z]/.test(key) || !/[a-z0-9]$/.test(key))
    return 'does not begin with a letter and end with a letter or digit';
  return /\.\.|--/.test(key) ? 'has two dots or hyphens in a row' : null;
}

export const labelKeyPage: RulePage = {
  title: 'Use label keys that every tool can read',
  why: 'Docker asks for lower-case keys with the reversed domain of their author in front, so that labels of different tools do not collide and can be queried everywhere.',
  sources: ['https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations'],
};

export const labelKey: Rule = {
  name: 'label-key',
  severity: 'info',
  refs: ['hadolint:DL3048'],
  set: 'default',
  *check({ dockerfile }) {
    for (const { instruction } of placed(dockerfile)) {
      if (instruction.name !== 'label') continue;
      const [pair, fault] =
        instruction.pairs
          .map((each) => [each, keyFault(unquote(each.key.text))] as const)
          .find(([, found]) => found !== null) ?? [];
      if (!pair || !fault) continue;
      yield {
        range: rangeOf(instruction, pair.key),
        message: `The key ${unquote(pair.key.text)} ${fault}, so some tools cannot use it. Write a key such as org.example.some-key.`,
      };
    }
  },
};
