import { expect, type Page, test } from '@playwright/test';
import { ExercisePage } from './exercise-page';

const mine = 'FROM python:3.12-slim\nUSER 1000';
const draft = 'guide:draft:good-python-dockerfile';

/** Lets the browser begin with something under a key, once. */
const begin = (page: Page, key: string, text: string) =>
  page.addInitScript(
    ([key, text]) => {
      if (sessionStorage.getItem('begun')) return;
      sessionStorage.setItem('begun', 'yes');
      localStorage.setItem(key as string, text as string);
    },
    [key, text],
  );

for (const [what, name, words] of [
  ['full', 'QuotaExceededError', 'storage is full'],
  ['forbidden', 'SecurityError', 'does not let the guide keep anything'],
] as const) {
  test(`a storage that is ${what} is told of where the learner is, and nothing on screen is lost`, async ({
    page,
  }) => {
    await page.addInitScript((error) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', error);
      };
    }, name);
    const exercise = new ExercisePage(page);
    await exercise.open();
    await expect(page.getByText(words)).toBeVisible();
    await exercise.paste(mine);
    await expect(exercise.goal('The image starts from a base')).toContainText('(reached)');
    await page.getByRole('button', { name: 'Show a hint' }).click();
    await page.getByRole('button', { name: 'Fill the window' }).click();
    await expect(page.getByText(words)).toBeInViewport();
    await page.getByRole('button', { name: 'Use the plain editor' }).click();
    await expect(page.getByRole('textbox', { name: 'Dockerfile' })).toHaveValue(mine);
    await page.goto('lessons/building-good-dockerfiles/');
    await expect(page.getByText(words)).toBeVisible();
  });
}

test('a forbidden storage that throws at every touch leaves the exercise working', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Forbidden', 'SecurityError');
      },
    });
  });
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste(mine);
  await expect(exercise.goal('The image starts from a base')).toContainText('(reached)');
  await expect(page.getByText('does not let the guide keep anything')).toBeVisible();
});

for (const [what, text] of [
  ['cut short', `{"version":1,"files":{"Dockerfile":"${'x'.repeat(20)}`],
  ['of a newer version', JSON.stringify({ version: 9, files: { Dockerfile: 'FROM the-future' } })],
] as const) {
  test(`a draft that is ${what} is set aside, said to be, and can be copied until it is forgotten`, async ({
    page,
  }) => {
    await begin(page, draft, text);
    const exercise = new ExercisePage(page);
    await exercise.open();
    await expect(page.getByText('cannot be read')).toBeVisible();
    await exercise.paste(mine);
    await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), draft)).toContain('slim');
    await page.reload();
    await expect(exercise.goal('The image starts from a base')).toContainText('(reached)');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy what was kept' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    await page.getByRole('button', { name: 'Forget it' }).click();
    await page.reload();
    await expect(exercise.status).toContainText('goals reached');
    await expect(page.getByText('cannot be read')).toHaveCount(0);
  });
}

test('a draft of version 1 goes on where it was left, and is kept as version 2', async ({ page }) => {
  await begin(page, draft, JSON.stringify({ version: 1, files: { Dockerfile: mine } }));
  const exercise = new ExercisePage(page);
  await exercise.open();
  await expect(exercise.goal('The image starts from a base')).toContainText('(reached)');
  await exercise.paste(`${mine}\nWORKDIR /app`);
  await expect
    .poll(() => page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null'), draft))
    .toEqual({ version: 2, files: { Dockerfile: `${mine}\nWORKDIR /app` } });
});

test('a visit goes on at the file and the hints of the last one', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await page.getByRole('button', { name: 'Show a hint' }).click();
  await page.getByRole('tab', { name: 'main.py' }).click();
  await page.reload();
  await expect(page.getByRole('tab', { name: 'main.py' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
});

test('what another tab forgets goes here too, and can be brought back', async ({ page, context }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste(mine);
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), draft)).toContain('slim');
  const other = await context.newPage();
  await other.goto('progress/');
  await other.getByRole('button', { name: 'Forget all progress' }).click();
  await page.getByRole('button', { name: 'Undo: bring my files back' }).click();
  await expect(exercise.goal('The image starts from a base')).toContainText('(reached)');
});
