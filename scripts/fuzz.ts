import { parseArgs } from 'node:util';
import { corpus } from '../checker/testing/corpus.ts';
import { hostileInputs, mutate, noise } from '../checker/testing/mutate.ts';
import { Random } from '../checker/testing/random.ts';
import { broken } from '../checker/testing/survive.ts';

/** Throws mutated, random and hostile texts at the checker: none may throw, none of 100 KB may take a second. */

const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
const count = Number(values.count ?? 100_000);
const seed = Number(values.seed ?? 1);
const LIMIT = 1000;

const random = new Random(seed);
const texts = await corpus();
let slowest = { milliseconds: 0, text: '' };
let faults = 0;

/** What breaks, and how long it took; who was slow may try again, for another program may have had the processor. */
function attempt(text: string): { fault: string | null; milliseconds: number } {
  let milliseconds = Infinity;
  for (let tries = 0; tries < 3 && milliseconds > LIMIT; tries++) {
    const start = performance.now();
    const fault = broken(text);
    milliseconds = Math.min(milliseconds, performance.now() - start);
    if (fault !== null) return { fault, milliseconds };
  }
  return { fault: null, milliseconds };
}

function run(text: string, about: string): number {
  const { fault, milliseconds } = attempt(text);
  if (fault !== null) {
    faults++;
    console.log(`BROKEN (${about}): ${fault}\n  ${JSON.stringify(text.slice(0, 2000))}`);
  }
  if (milliseconds > LIMIT) {
    faults++;
    console.log(`SLOW (${about}): ${Math.round(milliseconds)} ms for ${text.length} characters`);
  }
  return milliseconds;
}

const start = performance.now();
for (let done = 0; done < count; done++) {
  const text =
    random.below(10) === 0 ? noise(random) : mutate(random.pick(texts), random.pick(texts), random);
  const milliseconds = run(text, `input ${done} of seed ${seed}`);
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, text };
}
const seconds = (performance.now() - start) / 1000;
console.log(
  `${count} mutated and random inputs from ${texts.length} files, seed ${seed}: ${seconds.toFixed(1)} s, slowest ${slowest.milliseconds.toFixed(1)} ms`,
);
for (const { about, text } of hostileInputs(100_000)) {
  const milliseconds = run(text, about);
  console.log(
    `${String(Math.round(milliseconds)).padStart(5)} ms  ${about} (${Math.round(text.length / 1000)} KB)`,
  );
}
console.log(faults === 0 ? 'nothing broke' : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;
