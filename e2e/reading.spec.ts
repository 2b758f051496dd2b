import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const lesson = 'lessons/building-good-dockerfiles/';
const pages = {
  home: '.',
  lesson,
  exercise: 'exercises/good-python-dockerfile/',
  guide: 'guide/',
  rules: 'rules/',
  'one rule': 'rules/server-without-health-check/',
  examples: 'examples/',
  progress: 'progress/',
  'the page that is not there': 'nowhere/',
};

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a lesson reads fully, its exercise included', async ({ page }) => {
    await page.goto(lesson);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Building good Dockerfiles');
    await expect(page.getByRole('heading', { name: 'Say how to check its health' })).toBeVisible();
    await expect(page.getByRole('group', { name: 'Dockerfile', exact: true }).last()).toContainText(
      'FROM python:3.12',
    );
    await expect(page.getByText('The service does not run as root.').last()).toBeVisible();
  });
});

for (const theme of ['light', 'dark'] as const) {
  for (const [name, path] of Object.entries(pages)) {
    test(`axe finds nothing on ${name}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.goto(path);
      if (name === 'exercise') {
        await expect(page.getByText('To leave the editor by keyboard')).toBeVisible();
        await expect(page.getByText('goals reached')).toBeVisible();
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}

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
  await page.getByRole('heading', { name: 'From naive to good' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('tablist', { name: 'Files' })).toBeVisible();
  await expect(page.getByText('To leave the editor by keyboard')).toBeVisible();
  expect(scripts.length).toBeGreaterThan(before);
});

test('no request leaves the origin, and the Content-Security-Policy stops nothing that the site needs', async ({
  page,
  baseURL,
}) => {
  const origin = new URL(baseURL ?? '').origin;
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin))
      elsewhere.push(request.url());
  });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  for (const path of ['.', lesson, pages.exercise]) await page.goto(path);
  await expect(page.getByText('To leave the editor by keyboard')).toBeVisible();
  await expect(page.getByText('goals reached')).toBeVisible();
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
    'content',
    /script-src 'self' 'sha256-/,
  );
});

test('nothing scrolls sideways at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of Object.values(pages)) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
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
