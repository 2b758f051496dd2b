/** BuildKit's "did you mean": the option within two edits that is nearest, the first one of equals. */

/** @returns the nearest of `options`, or null when none is within two edits or one is the value itself. */
export function nearest(value: string, options: Iterable<string>, caseSensitive = true): string | null {
  const wanted = caseSensitive ? value : value.toLowerCase();
  let match: string | null = null;
  let least = 3;
  for (const option of options) {
    const candidate = caseSensitive ? option : option.toLowerCase();
    if (candidate === wanted) return null;
    const edits = distance(wanted, candidate, least);
    if (edits < least) {
      least = edits;
      match = caseSensitive ? option : inCaseOf(value, option);
    }
  }
  return match;
}

/** ` (did you mean X?)`, or nothing. */
export function didYouMean(value: string, options: Iterable<string>, caseSensitive = true): string {
  const match = nearest(value, options, caseSensitive);
  return match === null ? '' : ` (did you mean ${match}?)`;
}

function inCaseOf(model: string, text: string): string {
  if (model === model.toLowerCase()) return text.toLowerCase();
  if (model === model.toUpperCase()) return text.toUpperCase();
  return text.toLowerCase();
}

/** Levenshtein distance, given up (as `limit`) once it cannot be below `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const edits = Math.min(replaced, (previous[column] as number) + 1, (current[column - 1] as number) + 1);
      current.push(edits);
      if (edits < least) least = edits;
    }
    if (least >= limit) return limit;
    previous = current;
  }
  return previous[b.length] as number;
}
