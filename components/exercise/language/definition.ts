import { parseDockerfile } from '@/checker/dockerfile/parse.ts';
import type { Flag } from '@/checker/dockerfile/types.ts';
import type { Range } from '@/checker/types.ts';

/** Where the stage is named that FROM, `COPY --from=` or a mount at a position refers to; null where there is none. */
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
      const named = instruction.flags.map(stageName).find((each) => each && holds(each));
      if (!named) continue;
      const stage = before(index, named.name);
      return stage ? (stage.from.stageName?.range ?? stage.from.image.range) : null;
    }
  }
  return null;
}

/** The stage that `--from=builder` or `--mount=type=bind,from=builder` names, and where. */
function stageName({ name, value, valueRange }: Flag): { name: string; range: Range } | null {
  if (!value || !valueRange) return null;
  if (name === 'from') return { name: value, range: valueRange };
  const from = name === 'mount' ? /(?:^|,)from=([^,]+)/.exec(value) : null;
  // A value that was written with quotes has other columns than its text.
  if (!from || valueRange.endColumn - valueRange.startColumn !== value.length) return null;
  const stage = from[1] as string;
  const endColumn = valueRange.startColumn + from.index + from[0].length;
  return { name: stage, range: { ...valueRange, startColumn: endColumn - stage.length, endColumn } };
}
