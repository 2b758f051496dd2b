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

/** The name of a stage of that file, wherever it is named. */
const STAGE = new RegExp(
  `\\b((?:FROM |AS |from=)(?:${BLOCK.flatMap((line) => / AS (\w+)/.exec(line)?.[1] ?? []).join('|')}))\\b`,
  'g',
);

/**
 * A file of about so many lines: the instructions of a real one over and over, in stages and directories of their own.
 * Files of two versions have no directory in common, so that no check can go on from the one before.
 */
function fileOf(lines: number, version: number): string {
  const result: string[] = [];
  for (let copy = 0; result.length < lines; copy++) {
    const directory = `/service${version}-${copy}`;
    result.push(...BLOCK.map((line) => line.replace(STAGE, `$1${copy}`).replaceAll('/service', directory)));
  }
  // A cut in the middle of a continued instruction would measure an error path.
  while (result.length > lines || result.at(-1)?.endsWith('\\')) result.pop();
  return `${result.join('\n')}\n`;
}

/** Median milliseconds of one call on one of the texts in turn, after warming up. */
function median(texts: readonly string[], judge: (text: string) => void, budget: number): number {
  let turn = 0;
  const work = () => judge(texts[turn++ % texts.length] as string);
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
  // More versions than the checker remembers.
  const texts = Array.from({ length: 16 }, (_, version) => fileOf(size, version));
  const lines = (texts[0] ?? '').split('\n').length - 1;
  const budget = size > 1000 ? 1500 : 900;
  const ours = median(texts, (text) => check(dockerfileOnly(text)), budget);
  const all = median(texts, (text) => check(dockerfileOnly(text), { all: true }), budget);
  const compared = (judge: (text: string) => void, most: number) => {
    if (size > most) return '          (left out)';
    const time = median(texts, judge, budget);
    return `${number(time)} (${(time / ours).toFixed(2)}x)`.padStart(19);
  };
  const utils = compared((text) => validate(text), 10_000);
  const lint = compared((text) => dockerfilelint.run('Dockerfile', text), 10_000);
  console.log(
    `${String(lines).padStart(7)} ${number(ours)} ${number((ours / lines) * 100)}    ${number(all)} ${utils} ${lint}`,
  );
}
