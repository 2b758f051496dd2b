import { LineIndex } from './text.ts';
import type { Diagnostic, Fix, TextEdit } from './types.ts';

/** File contents by path. */
type Texts = Readonly<Record<string, string>>;

/** @throws RangeError when edits of one file overlap. */
export function applyEdits(texts: Texts, edits: readonly TextEdit[]): Record<string, string> {
  const result = { ...texts };
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const text = texts[file];
    if (text === undefined) continue;
    // From the last edit to the first, so that places stay right.
    const located = locate(text, edits, file).sort((a, b) => b.start - a.start || b.end - a.end);
    result[file] = located.reduce((fixed, { start, end, text: put }, at) => {
      if (end > (located[at - 1]?.start ?? Infinity)) throw new RangeError(`Edits of ${file} overlap`);
      return fixed.slice(0, start) + put + fixed.slice(end);
    }, text);
  }
  return result;
}

/**
 * The fixes that can be applied together: each one whole, in the order of the diagnostics, those left out that
 * would touch what an earlier one touches. After another check the rest can follow.
 */
export function fixesTogether(texts: Texts, diagnostics: readonly Diagnostic[]): Fix[] {
  const taken: { file: string; start: number; end: number }[] = [];
  return diagnostics.flatMap(({ fix }) => {
    if (!fix) return [];
    const places = Object.entries(texts).flatMap(([file, text]) =>
      locate(text, fix.edits, file).map(({ start, end }) => ({ file, start, end })),
    );
    const clash = places.some((place) =>
      taken.some(
        (other) => other.file === place.file && place.start <= other.end && other.start <= place.end,
      ),
    );
    if (clash || places.length === 0) return [];
    taken.push(...places);
    return [fix];
  });
}

function locate(text: string, edits: readonly TextEdit[], file: string) {
  const index = new LineIndex(text);
  const offset = (line: number, column: number) => index.lineStart(line) + column - 1;
  return edits
    .filter((edit) => edit.file === file)
    .map(({ range, text: put }) => ({
      start: offset(range.startLine, range.startColumn),
      end: offset(range.endLine, range.endColumn),
      text: put,
    }));
}
