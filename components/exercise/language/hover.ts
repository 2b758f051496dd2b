import { parseDockerfile } from '@/checker/dockerfile/parse.ts';
import type { Range } from '@/checker/types.ts';
import { INSTRUCTIONS, referenceOf } from './instructions';

/** What is to be known of the instruction whose keyword stands at a position, as Markdown; else null. */
export function hoverDockerfile(
  text: string,
  line: number,
  column: number,
): { range: Range; markdown: string } | null {
  for (const { keyword } of parseDockerfile(text).instructions) {
    const { range } = keyword;
    if (range.startLine !== line || column < range.startColumn || column > range.endColumn) continue;
    const name = keyword.text.toUpperCase();
    const sentence = INSTRUCTIONS[name];
    return sentence ? { range, markdown: `**${name}** ${sentence} [Reference](${referenceOf(name)})` } : null;
  }
  return null;
}
