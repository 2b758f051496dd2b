import { expect, test } from 'vitest';
import { healthTimeline } from './health-timeline.ts';

const times = { interval: 10, timeout: 3, startPeriod: 0, startInterval: 5, retries: 3 };
const changes = (own: Partial<typeof times>, readyAfter: number) =>
  healthTimeline({ ...times, ...own }, readyAfter, 200)
    .filter(({ status }, at, all) => status !== (all[at - 1]?.status ?? 'starting'))
    .map(({ at, status }) => `${at} ${status}`);

test('without a start period three failures in a row make it unhealthy, and a success healthy again', () => {
  expect(changes({}, 40)).toEqual(['30 unhealthy', '40 healthy']);
  expect(changes({}, 25)).toEqual(['30 healthy']);
});

test('within the start period checks run at its own interval, and failures do not count', () => {
  const runs = healthTimeline({ ...times, startPeriod: 60 }, 40, 60);
  expect(runs.map(({ at }) => at)).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 50, 60]);
  expect(runs.every(({ succeeded, counts }) => succeeded || !counts)).toBe(true);
  expect(changes({ startPeriod: 60 }, 40)).toEqual(['40 healthy']);
});

test('a check that would come after the start period comes at its end', () => {
  expect(healthTimeline({ ...times, interval: 30, startPeriod: 20 }, 0, 60).map(({ at }) => at)).toEqual([
    20, 50,
  ]);
});
