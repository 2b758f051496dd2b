import { expect, type Page, test } from '@playwright/test';
import type { Goal } from '@/checker/goals/goal.ts';
import { draftKey } from '../components/exercise/draft';
import { type ExerciseFolder, exercise, exerciseIds, exercisesOf, lessons } from '../content/library';
import { ExercisePage } from './exercise-page';

/*
 * The whole course as a learner walks it, in one browser from the first lesson to the end: each lesson is read, each
 * of its exercises is first answered wrong and then right. The checks of the content judge the same attempts without
 * a browser; this says that the site that was built comes to the same verdicts, and remembers them.
 */

async function goalsOf(id: string): Promise<readonly Goal[]> {
  return (await import(`../content/exercises/${id}/goals.ts`)).goals;
}

/** A wrong attempt, and the goal that it misses: the first of the first folder. */
function wrongAttempt(folder: ExerciseFolder) {
  const [attempt] = folder.wrong;
  if (!attempt) throw new Error(`${folder.id} has no wrong attempt`);
  return attempt;
}

/** The wrong attempt is there as after an earlier visit, so that the first verdict is the one on it. */
async function leaveWrongAttempt(page: Page, folder: ExerciseFolder): Promise<void> {
  const kept = { version: 2, files: wrongAttempt(folder).files };
  await page.evaluate(
    ([key, text]) => localStorage.setItem(key as string, text as string),
    [draftKey(folder.id), JSON.stringify(kept)],
  );
}

/** What stands on the tab of a file that may be edited; anchored, since one file's name may end like another's. */
const tabOf = (path: string) => new RegExp(`^${path.replaceAll('.', '\\.')}\\s*edit$`);

async function answer(page: Page, folder: ExerciseFolder): Promise<void> {
  const files = { ...folder.starter, ...folder.solutions[0]?.files };
  for (const path of folder.files) {
    await page
      .getByRole('tab')
      .filter({ hasText: tabOf(path) })
      .click();
    await page.getByRole('textbox', { name: path, exact: true }).fill(files[path] as string);
  }
}

test('the course leads from the first lesson to the last exercise, wrong answers and right ones', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(() => localStorage.setItem('guide:editor', JSON.stringify('plain')));
  const desk = new ExercisePage(page);
  const solvedHere = page.getByRole('heading', { name: /^Goals\s*Solved$/ });

  for (const lesson of lessons()) {
    await test.step(lesson.title, async () => {
      await page.goto(`lessons/${lesson.slug}/`);
      await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible();
      await expect(async () => {
        await page.keyboard.press('End');
        const read = await page.evaluate((key) => localStorage.getItem(key), `guide:read:${lesson.slug}`);
        expect(read).not.toBeNull();
      }).toPass();

      for (const { id } of exercisesOf(lesson.slug)) {
        await test.step(id, async () => {
          const folder = exercise(id);
          const goals = await goalsOf(id);
          const missed = goals.find((goal) => goal.id === wrongAttempt(folder).goal) as Goal;

          await leaveWrongAttempt(page, folder);
          await page.goto(`exercises/${id}/`);
          await expect(desk.status).toContainText('goals reached');
          await expect(desk.goal(missed.sentence)).toContainText('(not yet)');
          await expect(solvedHere).toBeHidden();

          await answer(page, folder);
          await expect(desk.status).toHaveText(`All ${goals.length} goals reached. Well done.`);
          await expect(solvedHere).toBeVisible();
        });
      }
    });
  }

  await expect(page.getByText('This was the last exercise of the course.')).toBeVisible();
  const all = exerciseIds().length;
  await page.goto('progress/');
  await expect(
    page.getByText(
      `${all} of ${all} exercises solved, ${lessons().length} of ${lessons().length} lessons read.`,
    ),
  ).toBeVisible();
  await expect(page.getByText('About 0 minutes are left.')).toBeVisible();
});
