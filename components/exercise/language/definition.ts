import { parseDockerfile } from '@/checker/dockerfile/parse.ts';
import type { Word } from '@/checker/dockerfile/types.ts';
import type { Range } from '@/checker/types.ts';

/** Where the stage is named that FROM or `COPY --from=` at a position refers to; null where there is none. */
export function stageAt(text: string, line: number, column: number): Range | null {
  const { stages } = parseDockerfile(text);
  const holds = ({ range }: Word) =>
    range.startLine === line && range.startColumn <= column && column <= range.endColumn;
  const before = (index: number, name: string) =>
    stages
      .slice(0, index)
      .findLast((stage) => stage.name === name.toLowerCase() || String(stage.index) === name);
  for (const { index, from, instructions } of stages) {
    if (holds(from.image)) {
      const base = stages.slice(0, index).findLast(({ name }) => name === from.image.text.toLowerCase());
      return base?.from.stageName?.range ?? null;
    }
    for (const instruction of instructions) {
      if (instruction.name !== 'copy' || !instruction.from || !holds(instruction.from)) continue;
      const stage = before(index, instruction.from.text);
      return stage ? (stage.from.stageName?.range ?? stage.from.image.range) : null;
    }
  }
  return null;
}
