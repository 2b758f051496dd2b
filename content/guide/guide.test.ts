import { expect, test } from 'vitest';
import { check } from '@/checker/index';
import { exerciseProject } from '../exercise-setup';
import { exerciseIds } from '../library';
import { rulePages } from '../rules';
import { guide } from './index';

const practices = guide.flatMap((chapter) => chapter.practices);

test('every rule is named by exactly one practice', () => {
  const named = practices.flatMap(({ rules }) => rules);
  expect(named.toSorted()).toEqual(
    rulePages()
      .map(({ name }) => name)
      .toSorted(),
  );
});

test('every exercise that is named exists', () => {
  const known = exerciseIds();
  for (const { exercises } of practices) for (const id of exercises) expect(known).toContain(id);
});

test('every practice and chapter has an address of its own', () => {
  const ids = [...guide, ...practices].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

const judged = practices.flatMap(({ id, rules, sample }) =>
  sample?.language === 'dockerfile' || sample?.language === 'compose' ? [{ id, rules, sample }] : [],
);

test.each(judged)('the block of $id does what the guide asks for', ({ sample, rules }) => {
  const path = sample.language === 'compose' ? sample.file : 'Dockerfile';
  const text = sample.from ? `FROM ${sample.from}\n${sample.text}` : sample.text;
  // Nothing is known of the files beside a block, so nothing is said about what COPY finds.
  const report = check({ ...exerciseProject({ [path]: text }, [path]), contextKnown: false }, { all: true });
  expect(report.failures).toEqual([]);
  const said = report.diagnostics.map(({ rule, severity, message }) => ({ rule, severity, message }));
  expect(said.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(
    said.filter(({ rule }) => rules.includes(rule)),
    'its own rules are content',
  ).toEqual([]);
});
