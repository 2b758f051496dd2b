import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { exercise, exerciseIds, lessons } from '../content/library.ts';

const slug = 'building-good-dockerfiles';
const { title, solutions } = exercise('slim-base');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a lesson for paper holds its exercises as text, and no solution', async ({ page }) => {
    await page.goto(`print/${slug}/`);
    const printed = page.getByRole('region', { name: `Exercise: ${title}` });
    await expect(printed.getByRole('group', { name: 'Dockerfile' })).toContainText('FROM python:3.12');
    await expect(page.getByRole('heading', { name: /^Solution/ })).toHaveCount(0);
    await page.getByRole('link', { name: 'With solutions' }).click();
    await expect(
      page.getByRole('heading', { name: `Solution: ${solutions[0]?.title}` }).first(),
    ).toBeVisible();
    await expect(page.getByRole('region', { name: 'Answers' })).toBeVisible();
    // Folded answers are open: paper cannot be clicked.
    await expect(page.getByText('COPY . . and everything below it.').first()).toBeVisible();
  });
});

test('the course for paper holds every lesson and every exercise', async ({ page }) => {
  await page.goto('print/course/');
  for (const lesson of lessons()) {
    await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible();
  }
  const home = new Set(lessons().map((lesson) => lesson.slug));
  for (const id of exerciseIds()) {
    const each = exercise(id);
    if (!home.has(each.lesson)) continue;
    await expect(page.getByRole('region', { name: `Exercise: ${each.title}` }).first()).toBeAttached();
  }
});

test('on paper there is no site around the text, and nothing is cut off', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.goto(`print/${slug}/solutions/`);
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  const cut = await page.evaluate(() => {
    const inside = document.querySelector('main') as HTMLElement;
    return [...inside.querySelectorAll<HTMLElement>('pre, table, figure')]
      .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)
      .map((each) => each.outerHTML.slice(0, 120));
  });
  expect(cut).toEqual([]);
});

test('the page of what can be printed leads to each', async ({ page }) => {
  await page.goto('print/');
  await page.getByRole('link', { name: /with solutions.*Building good Dockerfiles/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Building good Dockerfiles' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Without solutions' })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages for paper, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const path of ['print/', `print/${slug}/solutions/`, 'instructors/']) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
}
