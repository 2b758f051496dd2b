import { expect, test } from 'vitest';
import { goalsSummary, nextFirst } from './goals';

const goals = ['a', 'b', 'c'].map((id) => ({ id, sentence: `${id}.`, hint: '', why: null }));
const results = (...statuses: ('pass' | 'fail' | 'error')[]) =>
  statuses.map((status, at) => ({ id: goals[at]?.id ?? '', status, message: '' }));
const ids = (goals: readonly { id: string }[]) => goals.map(({ id }) => id);

test('the first goal that is not reached comes first, the others stay in order', () => {
  const { next, rest } = nextFirst(goals, results('pass', 'fail', 'fail'));
  expect(next?.id).toBe('b');
  expect(ids(rest)).toEqual(['a', 'c']);
});

test('a goal that the checker could not judge is not asked of the learner', () => {
  expect(nextFirst(goals, results('error', 'pass', 'fail')).next?.id).toBe('c');
  expect(goalsSummary(goals, results('error', 'pass', 'pass'))).toBe(
    '2 of 3 goals reached. 1 could not be checked.',
  );
});

test('before the first verdict nothing is next', () => {
  expect(nextFirst(goals, null)).toEqual({ next: null, rest: goals });
});

test('the summary says how far one is and what comes next', () => {
  expect(goalsSummary(goals, results('pass', 'fail', 'fail'))).toBe('1 of 3 goals reached. Next: b.');
  expect(goalsSummary(goals, results('pass', 'pass', 'pass'))).toBe('All 3 goals reached. Well done.');
});
