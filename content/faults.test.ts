import { expect, test } from 'vitest';
import type { Goal } from '@/checker/goals/goal.ts';
import { runsAs } from '@/checker/goals/index.ts';
import { check } from '@/checker/index.ts';
import { exerciseProject } from './exercise-setup';
import {
  attemptFaults,
  exerciseFaults,
  lessonFaults,
  solutionFaults,
  starterFaults,
  type WholeExercise,
} from './faults';
import { type ExerciseFolder, readFrontMatter } from './library';

const LESSON = `---
title: Some lesson
summary: ""
minutes: 9
outcomes:
  - know something
sources:
  - title: A page
    url: https://docs.docker.com/
    read: 2026
---

<Exercise id="nowhere" />

\`\`\`dockerfile title="Dockerfile"
FROM python:3.12-slim
RUN apt-get instal curl
USER nobody-made-me
CMD ["python"]
\`\`\`

\`\`\`dockerfile from="python:3.12-slim" breaks="json-args"
CMD ["python", "main.py"]
\`\`\`

<Quiz id="nothing" />
`;

test('what is wrong with a lesson names file and line', () => {
  const found = lessonFaults('lesson.mdx', LESSON, readFrontMatter('lesson.mdx', LESSON), {
    exercises: [],
    quizzes: [],
    labs: [],
  });
  expect(found).toEqual([
    expect.stringMatching(/^lesson\.mdx:3: `summary` must be a text/),
    expect.stringMatching(/^lesson\.mdx:7: `sources` needs the month in which "A page" was read/),
    expect.stringMatching(/^lesson\.mdx:13: There is no exercise "nowhere"/),
    expect.stringMatching(/^lesson\.mdx:26: There is no quiz "nothing"/),
    expect.stringMatching(/^lesson\.mdx:18: .*nobody-made-me/),
    expect.stringMatching(/^lesson\.mdx:22: The block says that it breaks "json-args", and it does not/),
  ]);
});

test('front matter that cannot be read names file and line', () => {
  expect(() => readFrontMatter('a.mdx', '---\ntitle: A\nminutes: [1\n---\n')).toThrow(/^a\.mdx:[34]: /);
  expect(() => readFrontMatter('a.mdx', '---\ntitle: A\ntitle: B\n---\n')).toThrow(/^a\.mdx:3: /);
  expect(() => readFrontMatter('a.mdx', 'Hello\n')).toThrow(/^a\.mdx:1: The file must begin with/);
});

const goals: Goal[] = [
  { id: 'not-root', sentence: 'Not root.', hint: 'Look.', check: runsAs('nonRoot') },
  { id: 'lonely', sentence: 'Nobody tries.', hint: '', check: () => ({ is: 'yes' }) },
];
const task = '---\ntitle: A\nlesson: nowhere\nminutes: 90\nlevel: hard\nfiles:\n  - Dockerfile\n  - b\n---\n';
const folder: ExerciseFolder = {
  id: 'some',
  ...(readFrontMatter('exercise.mdx', task) as Pick<
    ExerciseFolder,
    'title' | 'lesson' | 'minutes' | 'level' | 'files'
  >),
  earlier: [],
  context: {},
  starter: { Dockerfile: 'FROM python:3.12-slim\nUSER 1000\nCMD ["python"]\n' },
  solutions: [
    { name: 'first', title: 'First', why: '', files: { Dockerfile: 'FROM python:3.12-slim\nUSER root\n' } },
  ],
  wrong: [
    { goal: 'not-root', path: 'wrong/not-root', files: { Dockerfile: 'FROM python:3.12-slim\nUSER 1\n' } },
    { goal: 'notroot', path: 'wrong/notroot', files: {} },
  ],
};
const whole: WholeExercise = {
  folder,
  goals,
  judge: (files) => check(exerciseProject({ ...folder.starter, ...files }, folder.files), { goals }),
};

test('what is wrong with an exercise names file and line', () => {
  expect(exerciseFaults(whole, task, ['why-containers'])).toEqual([
    'content/exercises/some/exercise.mdx:3: `lesson` must be one of: why-containers.',
    'content/exercises/some/exercise.mdx:4: `minutes` must be a whole number from 3 to 15.',
    'content/exercises/some/exercise.mdx:5: `level` must be one of: repair, complete, write.',
    'content/exercises/some/goals.ts:1: The goal "lonely" needs a sentence and a hint.',
    'content/exercises/some/exercise.mdx:6: starter/ has no "b".',
    'content/exercises/some/exercise.mdx:1: The solution "first" needs a reason, its `why`.',
    'content/exercises/some/wrong/lonely:1: No wrong attempt fails this goal yet.',
    'content/exercises/some/wrong/notroot:1: There is no goal of this name.',
  ]);
});

test('what is wrong with a starter, a solution or an attempt names file and line', () => {
  expect(starterFaults(whole)).toEqual([
    'content/exercises/some/starter/Dockerfile:1: The starter reaches every goal already.',
  ]);
  expect(solutionFaults(whole, 'first', folder.solutions[0]?.files ?? {})).toEqual([
    expect.stringMatching(
      /^content\/exercises\/some\/solutions\/first\/Dockerfile:2: does not reach "not-root"/,
    ),
  ]);
  const [attempt] = folder.wrong;
  expect(attempt && attemptFaults(whole, attempt)).toEqual([
    'content/exercises/some/wrong/not-root/Dockerfile:1: reaches "not-root", which it should fail.',
  ]);
});
