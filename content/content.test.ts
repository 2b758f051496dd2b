import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Goal } from '@/checker/goals/goal.ts';
import { check, type Report } from '@/checker/index.ts';
import { course } from './course';
import { type ExerciseSetup, exerciseProject } from './exercise-setup';
import { exercise, exerciseIds, type Files, lessons } from './library';

describe.each(exerciseIds())('exercise %s', async (id) => {
  const folder = exercise(id);
  const { goals, setup } = (await import(`./exercises/${id}/goals.ts`)) as {
    goals: readonly Goal[];
    setup?: ExerciseSetup;
  };
  const judge = (files: Files) =>
    check(exerciseProject({ ...folder.context, ...folder.starter, ...files }, folder.files, setup), {
      goals,
    });

  test('its ids are kebab-case and unique, and it belongs to a lesson', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(course).toContain(folder.lesson);
    const ids = goals.map((goal) => goal.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
    for (const goal of goals) expect(goal).toMatchObject({ sentence: /./, hint: /./ });
  });

  test('every file that may be edited is in the starter, and no other', () => {
    expect(Object.keys(folder.starter).sort()).toEqual([...folder.files].sort());
  });

  test('the starter fails by verdict, not by exception', () => {
    const report = judge({});
    expectNoFailure(report);
    expect(statuses(report)).toContain('fail');
  });

  test('it has an accepted solution, each with its title and its reason', () => {
    expect(folder.solutions.length).toBeGreaterThan(0);
    for (const solution of folder.solutions) {
      expect(solution.why, `front matter: solutions.${solution.name}.why`).not.toBe('');
      for (const path of Object.keys(solution.files)) expect(folder.files).toContain(path);
    }
  });

  test.each(folder.solutions.map(({ name, files }) => [name, files] as const))(
    'solution %s reaches every goal, and the build would go through',
    (_, files) => {
      const report = judge(files);
      expectNoFailure(report);
      expect(report.goals.filter(({ status }) => status !== 'pass')).toEqual([]);
      expect(errors(report)).toEqual([]);
    },
  );

  test.each(goals.map((goal) => goal.id))('goal %s is failed by at least one wrong attempt', (goal) => {
    expect(folder.wrong.filter((attempt) => attempt.goal === goal)).not.toEqual([]);
  });

  test.each(folder.wrong.map((attempt, at) => [attempt.goal, at] as const))(
    'a wrong attempt fails %s (%i)',
    (goal, at) => {
      const report = judge(folder.wrong[at]?.files ?? {});
      expectNoFailure(report);
      expect(report.goals.find((result) => result.id === goal)).toMatchObject({ id: goal, status: 'fail' });
    },
  );
});

describe.each(lessons())('lesson $slug', ({ slug, ...meta }) => {
  const source = readFileSync(join('content/lessons', `${slug}.mdx`), 'utf8');

  test('its front matter says what pages need', () => {
    expect(meta).toMatchObject({ title: /./, summary: /./, minutes: expect.any(Number) });
    expect(meta.outcomes.length).toBeGreaterThan(0);
  });

  test('it shows only exercises that exist', () => {
    const shown = [...source.matchAll(/<Exercise\s+id="([^"]+)"/g)].map(([, id]) => id);
    for (const id of shown) expect(exerciseIds()).toContain(id);
  });

  test.each(fences(source))(
    'the $language block on line $line is right, or wrong as it declares',
    (fence) => {
      const report = check(fenceProject(fence));
      expectNoFailure(report);
      const faults = errors(report);
      if (fence.breaks.length === 0) return expect(faults).toEqual([]);
      const said = report.diagnostics.map(({ rule }) => (rule === 'build-refused' ? 'refused' : rule));
      expect(said, 'a declared fault must be there').toEqual(expect.arrayContaining(fence.breaks));
      expect(faults.filter((fault) => !fence.breaks.includes(fault))).toEqual([]);
    },
  );
});

interface Fence {
  language: 'dockerfile' | 'compose';
  line: number;
  text: string;
  /** What stands above a part of a Dockerfile. */
  from: string | undefined;
  breaks: string[];
}

/** The Dockerfile and Compose blocks of a lesson. */
function fences(source: string): Fence[] {
  const found = [...source.matchAll(/^( *)(```+)(dockerfile|compose)\b([^\n]*)\n([\s\S]*?)^\1\2 *$/gm)];
  return found.map(({ 3: language, 4: meta = '', 5: text = '', index }) => ({
    language: language as Fence['language'],
    line: source.slice(0, index).split('\n').length,
    text,
    from: /\bfrom="([^"]+)"/.exec(meta)?.[1],
    breaks: (/\bbreaks="([^"]+)"/.exec(meta)?.[1] ?? '').split(/[\s,]+/).filter(Boolean),
  }));
}

/** Nothing is known of the files beside a block, so nothing may be said about what COPY finds. */
function fenceProject({ language, text, from }: Fence) {
  const path = language === 'compose' ? 'compose.yaml' : 'Dockerfile';
  const whole = from ? `FROM ${from}\n${text}` : text;
  return { ...exerciseProject({ [path]: whole }, [path]), contextKnown: false };
}

const statuses = (report: Report) => report.goals.map(({ status }) => status);

const errors = (report: Report) =>
  report.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => (rule === 'build-refused' ? 'refused' : rule));

/** The checker itself must not have failed. */
function expectNoFailure(report: Report): void {
  expect(report.failures).toEqual([]);
  expect(report.goals.filter(({ status }) => status === 'error')).toEqual([]);
}
