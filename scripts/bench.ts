import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { validate } from 'dockerfile-utils';
import { check } from '../checker/index.ts';
import { dockerfileOnly } from '../checker/testing/survive.ts';

/** Prints what a check costs, beside two other linters on the same files, in one run. */

const require = createRequire(import.meta.url);
const dockerfilelint = require('dockerfilelint') as { run(path: string, text: string): unknown };

const BLOCK = readFileSync(new URL('../examples/node-typescript-redis/Dockerfile', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));

/** A file of about so many lines: the instructions of a real one over and over, in stages of their own. */
function fileOf(lines: number): string {
  const result: string[] = [];
  for (let copy = 0; result.length < lines; copy++) {
    result.push(...BLOCK.map((line) => line.replace(/\b(AS|from=)( ?)([a-z]+)/g, `$1$2$3${copy}`)));
  }
  // A cut in the middle of a continued instruction would measure an error path.
  while (result.length > lines || result.at(-1)?.endsWith('\\')) result.pop();
  return `${result.join('\n')}\n`;
}

/** Median milliseconds of one call, after warming up. */
function median(work: () => void, budget: number): number {
  const until = performance.now() + budget / 3;
  do work();
  while (performance.now() < until);
  const times: number[] = [];
  const end = performance.now() + budget;
  do {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  } while (performance.now() < end || times.length < 3);
  return times.sort((a, b) => a - b)[times.length >> 1] as number;
}

const number = (value: number) => value.toFixed(value < 10 ? 3 : 1).padStart(9);
const SIZES = [20, 100, 200, 1000, 10_000, 100_000];

console.log(
  'milliseconds, median of warm runs; "/100" is per 100 lines; in brackets how many times as long as ours\n',
);
console.log('  lines      ours     /100   every rule   dockerfile-utils     dockerfilelint');
for (const size of SIZES) {
  const text = fileOf(size);
  const lines = text.split('\n').length - 1;
  const budget = size > 1000 ? 1500 : 900;
  const ours = median(() => check(dockerfileOnly(text)), budget);
  const all = median(() => check(dockerfileOnly(text), { all: true }), budget);
  const compared = (work: () => void, most: number) => {
    if (size > most) return '          (left out)';
    const time = median(work, budget);
    return `${number(time)} (${(time / ours).toFixed(2)}x)`.padStart(19);
  };
  const utils = compared(() => validate(text), 10_000);
  const lint = compared(() => dockerfilelint.run('Dockerfile', text), 10_000);
  console.log(
    `${String(lines).padStart(7)} ${number(ours)} ${number((ours / lines) * 100)}    ${number(all)} ${utils} ${lint}`,
  );
}
