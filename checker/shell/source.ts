import type { Range } from '../types.ts';

/** A script's text that knows where in the file each part of it stands. `MappedText` is one. */
export interface ScriptSource {
  readonly text: string;
  /** Range in the file of `start` to `end` of `text`. */
  range(start: number, end: number): Range;
}

/** Several sources one after the other, each on lines of its own. */
export function joinLines(sources: readonly ScriptSource[]): ScriptSource {
  const starts: number[] = [];
  let text = '';
  for (const source of sources) {
    starts.push(text.length);
    text += source.text.endsWith('\n') ? source.text : `${source.text}\n`;
  }
  return {
    text,
    range(start, end) {
      const first = lastAtOrBefore(starts, start);
      const last = lastAtOrBefore(starts, Math.max(start, end - 1));
      const from = partRange(sources[first], starts[first] ?? 0, start, end);
      if (first === last) return from;
      const to = partRange(sources[last], starts[last] ?? 0, starts[last] ?? 0, end);
      return { ...from, endLine: to.endLine, endColumn: to.endColumn };
    },
  };
}

/** A text that stands nowhere in the file by itself: each part of it is where `place` is. */
export function fixedSource(text: string, place: Range): ScriptSource {
  return { text, range: () => place };
}

function partRange(source: ScriptSource | undefined, base: number, start: number, end: number): Range {
  if (!source) throw new RangeError('A joined script needs at least one source.');
  const length = source.text.length;
  return source.range(Math.min(start - base, length), Math.min(end - base, length));
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let found = 0;
  for (let i = 1; i < starts.length && (starts[i] as number) <= offset; i++) found = i;
  return found;
}
