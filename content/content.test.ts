import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Goal } from '@/checker/goals/goal.ts';
import { check } from '@/checker/index.ts';
import { course } from './course';
import { type ExerciseSetup, exerciseProject } from './exercise-setup';
import {
  attemptFaults,
  exerciseFaults,
  fences,
  lessonFaults,
  solutionFaults,
  starterFaults,
  type WholeExercise,
} from './faults';
import { labIds } from './labs';
import { exercise, exerciseIds, exercisesOf, lessons, lessonText } from './library';

describe.each(exerciseIds())('exercise %s', async (id) => {
  const folder = exercise(id);
  const { goals, setup } = (await import(`./exercises/${id}/goals.ts`)) as {
    goals: readonly Goal[];
    setup?: ExerciseSetup;
  };
  const whole: WholeExercise = {
    folder,
    goals,
    judge: (files) =>
      check(exerciseProject({ ...folder.context, ...folder.starter, ...files }, folder.files, setup), {
        goals,
      }),
  };

  test('its task, its files and its goals are all there', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const file = readFileSync(`content/exercises/${id}/exercise.mdx`, 'utf8');
    expect(exerciseFaults(whole, file, course)).toEqual([]);
  });

  test('its lesson shows it', () => {
    const shown = lessonText(folder.lesson).includes(`<Exercise id="${id}"`);
    expect(shown, `content/lessons/${folder.lesson}.mdx:1: no <Exercise id="${id}" /> in it`).toBe(true);
  });

  test('the starter fails by verdict, not by exception', () => {
    expect(starterFaults(whole)).toEqual([]);
  });

  test.each(folder.solutions.map(({ name, files }) => [name, files] as const))(
    'solution %s reaches every goal, and the build would go through',
    (name, files) => {
      expect(solutionFaults(whole, name, files)).toEqual([]);
    },
  );

  test.each(folder.wrong.map((attempt) => [attempt.path, attempt] as const))(
    '%s fails its goal',
    (_, attempt) => {
      expect(attemptFaults(whole, attempt)).toEqual([]);
    },
  );
});

test.each(course)('the exercises of lesson %s follow each other as in its text', (slug) => {
  const shown = [...lessonText(slug).matchAll(/^<Exercise id="([^"]+)"/gm)].map(([, id]) => id);
  expect(exercisesOf(slug).map(({ id }) => id)).toEqual(shown);
});

const known = {
  exercises: exerciseIds(),
  quizzes: readdirSync('content/quizzes').map((name) => name.replace(/\.ts$/, '')),
  labs: labIds(),
};

test.each(lessons())('lesson $slug is whole, and its code right or wrong as it declares', (meta) => {
  const file = lessonText(meta.slug);
  expect(lessonFaults(`content/lessons/${meta.slug}.mdx`, file, meta, known)).toEqual([]);
  // A fence that this does not read would be checked by nothing.
  expect(fences(file).length).toBe(file.match(/^ *```+(dockerfile|compose)\b/gm)?.length ?? 0);
});
