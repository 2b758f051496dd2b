/**
 * Prints what a check of a Compose file costs, beside dclint with the rules that both have.
 *
 * Run: npx tsx scripts/compose-bench.ts
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { composeSample, judgeSample, twinsOfDclint } from '../checker/compose/bench.ts';

/** Median milliseconds of one call, after warming up. */
function median(work: () => void, budget = 1500): number {
  const warm = performance.now() + budget / 2;
  do work();
  while (performance.now() < warm);
  const times: number[] = [];
  const end = performance.now() + budget;
  do {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  } while (performance.now() < end || times.length < 5);
  return times.sort((a, b) => a - b)[times.length >> 1] as number;
}

const directory = mkdtempSync(join(tmpdir(), 'compose-bench-'));
const rules = Object.fromEntries(Object.values(twinsOfDclint).map((name) => [name, 1]));
try {
  console.log('milliseconds, median of warm runs\n\nservices   lines      ours    dclint');
  for (const services of [1, 10, 100, 1000]) {
    const text = composeSample(services);
    const path = join(directory, 'compose.yaml');
    writeFileSync(path, text);
    const linter = new DCLinter({ rules, quiet: true, debug: false, exclude: [], fix: false } as never);
    const ours = median(() => judgeSample(text));
    const theirs = services > 100 ? undefined : median(() => linter.lintFiles([path], false));
    const columns = [
      services,
      text.split('\n').length - 1,
      ours.toFixed(2),
      theirs?.toFixed(2) ?? '(left out)',
    ];
    console.log(
      columns.map((column, index) => String(column).padStart([8, 8, 10, 10][index] as number)).join(''),
    );
  }
} finally {
  rmSync(directory, { recursive: true });
}
