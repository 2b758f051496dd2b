import { parseDockerfile } from '@/checker/dockerfile/parse.ts';
import type { Range } from '@/checker/types.ts';

/** Where the stage is named that FROM or `COPY --from=` at a position refers to; null where there is none. */
export function stageAt(text: string, line: number, column: number): Range | null {
  const { stages } = parseDockerfile(text);
  const holds = ({ range }: { range: Range }) =>
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
      // A COPY that is not finished yet has its flags already.
      const flag = instruction.flags.find(({ name }) => name === 'from');
      if (!flag?.value || !flag.valueRange || !holds({ range: flag.valueRange })) continue;
      const stage = before(index, flag.value);
      return stage ? (stage.from.stageName?.range ?? stage.from.image.range) : null;
    }
  }
  return null;
}
