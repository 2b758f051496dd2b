import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const exercise = 'good-python-dockerfile';
const lesson = 'lessons/building-good-dockerfiles/';

/** Lets the browser begin as it is after the exercise was solved on an earlier visit. */
const solve = (page: Page) =>
  page.evaluate(
    (id) =>
      localStorage.setItem(
        `guide:result:${id}`,
        JSON.stringify({ version: 1, solvedAt: '2026-01-01T00:00:00Z' }),
      ),
    exercise,
  );
const status = (page: Page) => page.getByRole('main').getByRole('status');

test('the home page leads back to the lesson that was left', async ({ page }) => {
  await page.goto(lesson);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('.');
  await page.getByRole('link', { name: /^Go on with/ }).click();
  await expect(page).toHaveURL(new RegExp(lesson));
});

test('what another tab solves shows at once', async ({ page, context }) => {
  await page.goto('progress/');
  await expect(page.getByText(/^0 of \d+ exercises solved/)).toBeVisible();
  const other = await context.newPage();
  await other.goto('rules/');
  await solve(other);
  await expect(page.getByText(/^1 of \d+ exercises solved/)).toBeVisible();
});

test('progress is saved, forgotten, brought back, and loaded from the file', async ({ page }) => {
  await page.goto('progress/');
  await solve(page);
  await page.reload();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  await page.getByRole('button', { name: 'Forget all progress' }).click();
  await expect(page.getByText(/^0 of \d+ exercises solved/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/^1 of \d+ exercises solved/)).toBeVisible();
  await page.getByRole('button', { name: 'Forget all progress' }).click();
  await page.getByLabel('Load from a file').setInputFiles(await saved.path());
  await page.getByRole('button', { name: 'Add what is missing here' }).click();
  await expect(page.getByText(/^1 of \d+ exercises solved/)).toBeVisible();
});

test('a damaged file is refused and changes nothing', async ({ page }) => {
  await page.goto('progress/');
  await solve(page);
  await page.reload();
  await page
    .getByLabel('Load from a file')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"format":') });
  await expect(status(page)).toContainText('Nothing was changed');
  await expect(page.getByText(/^1 of \d+ exercises solved/)).toBeVisible();
});

test('a browser that keeps nothing is told so, and the page works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Forbidden', 'SecurityError');
      },
    });
  });
  await page.goto('progress/');
  await expect(page.getByText('does not let the guide keep anything')).toBeVisible();
  await expect(page.getByText(/^0 of \d+ exercises solved/)).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the progress page, ${theme}, and it fits 320 pixels`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('progress/');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
  });
}
