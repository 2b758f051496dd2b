import { quote, RefusalError } from './refusal.ts';

const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/**
 * Go's `time.ParseDuration`: `1m30s`, `0.5h`, `0`.
 * @returns nanoseconds.
 * @throws RefusalError in Go's words.
 */
export function parseDuration(text: string): number {
  const invalid = () =>
    new RefusalError(
      `time: invalid duration ${quote(text)}`,
      'Write a number with its unit: 30s, 1m30s, 500ms.',
    );
  let rest = text;
  let sign = 1;
  if (rest.startsWith('-') || rest.startsWith('+')) {
    if (rest.startsWith('-')) sign = -1;
    rest = rest.slice(1);
  }
  if (rest === '0') return 0;
  if (rest === '') throw invalid();
  let total = 0;
  while (rest !== '') {
    const number = /^(\d+\.?\d*|\.\d+)/.exec(rest)?.[0];
    if (number === undefined) throw invalid();
    rest = rest.slice(number.length);
    const unit = /^[^.\d]*/.exec(rest)?.[0] ?? '';
    if (unit === '') {
      throw new RefusalError(
        `time: missing unit in duration ${quote(text)}`,
        'Add a unit: 30s, 1m30s, 500ms.',
      );
    }
    const scale = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
    if (scale === undefined) {
      throw new RefusalError(
        `time: unknown unit ${quote(unit)} in duration ${quote(text)}`,
        'Units are ns, us, ms, s, m and h.',
      );
    }
    rest = rest.slice(unit.length);
    total += Number(number) * scale;
    if (total > 2 ** 63) throw invalid();
  }
  return sign * Math.trunc(total);
}
