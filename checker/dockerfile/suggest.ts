/** BuildKit's "did you mean": the option within two edits that is nearest, the first one of equals. */

/** @returns the nearest of `options`, or null when none is within two edits or one is the value itself. */
export function nearest(value: string, options: Iterable<string>, caseSensitive = true): string | null {
  const wanted = caseSensitive ? value : value.toLowerCase();
  let match: string | null = null;
  let least = 3;
  for (const option of options) {
    const candidate = caseSensitive ? option : option.toLowerCase();
    if (candidate === wanted) return null;
    // Nothing else is nearer than one edit; only the value itself is still looked for.
    if (least === 1) continue;
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

/** Levenshtein distance of two ends, given up (as `limit`) once it cannot be below `limit`, which is small. */
function distance(a: string, b: string, limit: number, atA = 0, atB = 0): number {
  let i = atA;
  let j = atB;
  while (i < a.length && j < b.length && a[i] === b[j]) {
    i++;
    j++;
  }
  const leftA = a.length - i;
  const leftB = b.length - j;
  if (leftA === 0 || leftB === 0) return Math.min(limit, leftA + leftB);
  if (limit <= 1 || Math.abs(leftA - leftB) >= limit) return limit;
  const replaced = distance(a, b, limit - 1, i + 1, j + 1);
  const removed = distance(a, b, limit - 1, i + 1, j);
  const added = distance(a, b, limit - 1, i, j + 1);
  return Math.min(limit, 1 + Math.min(replaced, removed, added));
}
