export type DiffLine = { kind: 'same' | 'mine' | 'theirs'; text: string };

/** The lines of two texts side by side: what only one of them has, in order, between what they share. */
export function diffLines(mine: string, theirs: string): DiffLine[] {
  const a = mine.replace(/\r?\n$/, '').split(/\r?\n/);
  const b = theirs.replace(/\r?\n$/, '').split(/\r?\n/);
  const common = commonTails(a, b);
  const at = (row: number, column: number) => common[row]?.[column] ?? 0;
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] as string });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'mine', text: a[i++] as string });
    } else {
      lines.push({ kind: 'theirs', text: b[j++] as string });
    }
  }
  return lines;
}

/** Lines compared at most on each side; a table of all pairs grows with their product. */
const most = 1500;

/** For each pair of places, how many lines the rests of both texts have in common, in order. */
function commonTails(a: string[], b: string[]): Uint16Array[] {
  const rows = Array.from(
    { length: Math.min(a.length, most) + 1 },
    () => new Uint16Array(Math.min(b.length, most) + 1),
  );
  for (let i = Math.min(a.length, most) - 1; i >= 0; i--) {
    const row = rows[i] as Uint16Array;
    const below = rows[i + 1] as Uint16Array;
    for (let j = Math.min(b.length, most) - 1; j >= 0; j--) {
      row[j] =
        a[i] === b[j] ? (below[j + 1] as number) + 1 : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return rows;
}
