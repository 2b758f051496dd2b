import { expect, type Page, test } from '@playwright/test';
import { ExercisePage } from './exercise-page';

/** What the editor holds, as it is kept. */
const text = (page: Page) => () =>
  page.evaluate(() => {
    const kept = localStorage.getItem('guide:draft:good-python-dockerfile');
    return kept ? (JSON.parse(kept).files.Dockerfile as string) : '';
  });

/** Runs a command of the editor by its name. */
async function command(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
}

test('base images are suggested with their sizes, stages first', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste('FROM alpine:3.22 AS python-build\n');
  await page.keyboard.type('FROM python');
  const options = page.getByRole('option');
  await expect(options.filter({ hasText: 'python-build' })).toBeVisible();
  await expect(options.filter({ hasText: 'python:3.12-slim' })).toContainText('119 MB');
});

test('the users of just this stage are suggested, those that it makes first', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste('FROM python:3.12-slim\nRUN useradd --system service\n');
  // Who there is comes with the verdict.
  await expect(exercise.goal('The image starts from a base')).toContainText('(reached)');
  await page.keyboard.type('USER ');
  await expect(page.getByRole('option').first()).toContainText('this stage');
  await page.keyboard.press('Tab');
  await expect.poll(text(page)).toContain('USER service');
});

test('a mount leads to the stage that it takes from', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste(
    'FROM alpine:3.22 AS builder\nFROM alpine:3.22\nRUN --mount=type=bind,from=builder true',
  );
  for (let at = 0; at < ' true'.length + 2; at++) await page.keyboard.press('ArrowLeft');
  await command(page, 'Go to the stage at the cursor');
  await page.keyboard.type('my-');
  await expect.poll(text(page)).toContain('AS my-builder');
});

test('the rule under the cursor is explained, with its page one click away', async ({ page, context }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste('FROM python:3.12-slim\nCMD python main.py');
  await expect(exercise.problems).toContainText('CMD');
  await page.keyboard.press('Home');
  await command(page, 'Explain what is at the cursor');
  const hover = page.getByRole('tooltip').filter({ hasText: 'json-args' });
  await expect(hover).toContainText('Sets the command that a container runs');
  const [rule] = await Promise.all([
    context.waitForEvent('page'),
    hover.getByText('json-args', { exact: true }).click(),
  ]);
  await expect(rule).toHaveURL(/\/rules\/json-args\/$/);
});

test('quick fixes work by keyboard, one by one and all at once', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste('FROM python:3.12-slim\nRUN pip install flask\nCMD python main.py');
  await expect(exercise.problems).toContainText('CMD');
  await page.keyboard.press('Home');
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByRole('option', { name: /JSON/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(text(page)).toContain('CMD ["python", "main.py"]');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(text(page)).toContain('CMD python main.py');
  await page.keyboard.press('Alt+Shift+x');
  await expect.poll(text(page)).toContain('CMD ["python", "main.py"]');
  await expect.poll(text(page)).toContain('--no-cache-dir');
  await page.getByRole('button', { name: 'Undo: bring my files back' }).click();
  await expect.poll(text(page)).toContain('CMD python main.py');
});

test('a Dockerfile is formatted, and its lines are commented out, by keyboard', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste('from python:3.12-slim\nworkdir /app');
  await page.keyboard.press('Alt+Shift+f');
  await expect.poll(text(page)).toBe('FROM python:3.12-slim\nWORKDIR /app\n');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+/');
  await expect.poll(text(page)).toContain('# FROM python:3.12-slim');
});
