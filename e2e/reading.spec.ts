import { expect, test } from '@playwright/test';

const lesson = 'lessons/building-good-dockerfiles/';
test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a lesson reads fully, its exercise included', async ({ page }) => {
    await page.goto(lesson);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Building good Dockerfiles');
    await expect(page.getByRole('heading', { name: 'Say how to check its health' })).toBeVisible();
    const exercise = page.getByRole('region', { name: 'From naive to good' });
    await expect(exercise.getByRole('group', { name: 'Dockerfile', exact: true })).toContainText(
      'FROM python:3.12',
    );
    await expect(exercise.getByText('The service does not run as root.')).toBeVisible();
  });
});

test('the chosen theme is there before the first paint of the next visit', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('.');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await page.goto(lesson, { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a lesson loads no editor until its exercise is near', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => response.url().endsWith('.js') && scripts.push(response.url()));
  await page.goto(lesson);
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  const before = scripts.length;
  await expect(page.getByRole('tablist')).toHaveCount(0);
  const exercise = page.getByRole('region', { name: 'From naive to good' });
  await exercise.getByRole('heading', { name: 'From naive to good' }).scrollIntoViewIfNeeded();
  await expect(exercise.getByRole('tablist', { name: 'Files' })).toBeVisible();
  await expect(exercise.getByText('To leave the editor by keyboard')).toBeVisible();
  expect(scripts.length).toBeGreaterThan(before);
});

test('every page carries a Content-Security-Policy that names its scripts', async ({ page }) => {
  await page.goto(lesson);
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
    'content',
    /script-src 'self' 'sha256-/,
  );
});

test('a heading can be passed on as a link, and lessons lead on', async ({ page }) => {
  await page.goto(lesson);
  await page
    .getByRole('navigation', { name: 'In this lesson' })
    .getByRole('link', { name: 'Order for the cache' })
    .click();
  await expect(page).toHaveURL(/#order-for-the-cache$/);
  await page.getByRole('navigation', { name: 'Lessons' }).getByRole('link').first().click();
  await expect(page.getByRole('main')).toBeVisible();
});
