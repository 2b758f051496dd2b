import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const lesson = 'lessons/building-good-dockerfiles/';
const search = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page) => search(page).getByRole('combobox', { name: 'Search the guide' });
const found = (page: Page) => search(page).getByRole('option');

test('a slash opens the search, and the keyboard alone leads to a section of a lesson', async ({ page }) => {
  await page.goto('.');
  await expect(page.getByRole('link', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('order for the cache');
  await expect(search(page).getByRole('status')).toContainText(/places? found/);
  await expect(found(page).first()).toContainText('Building good Dockerfiles');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/lessons\/building-good-dockerfiles\/#order-for-the-cache$/);
  await expect(search(page)).toHaveCount(0);
});

test('Ctrl+K opens it from inside an editor, a slash does not, and Escape gives the focus back', async ({
  page,
}) => {
  await page.goto('exercises/good-python-dockerfile/');
  await expect(page.getByText('To leave the editor by keyboard')).toBeVisible();
  const editor = page.getByRole('textbox', { name: /Dockerfile/ });
  await editor.focus();
  await page.keyboard.press('/');
  await expect(search(page)).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search(page)).toHaveCount(0);
  await expect(editor).toBeFocused();
});

test('arrow keys choose, and what is chosen is said', async ({ page }) => {
  await page.goto('.');
  await page.getByRole('link', { name: 'Search' }).click();
  await field(page).fill('user');
  await expect(found(page).nth(0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(found(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(field(page)).toHaveAttribute(
    'aria-activedescendant',
    (await found(page).nth(1).getAttribute('id')) as string,
  );
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(found(page).last()).toHaveAttribute('aria-selected', 'true');
});

test('a rule is found by its name in another tool, an exercise by its goal', async ({ page }) => {
  await page.goto('.');
  await page.getByRole('link', { name: 'Search' }).click();
  await field(page).fill('DL3025');
  await expect(found(page).first()).toContainText('Rule');
  await field(page).fill('does not run as root');
  await expect(found(page).filter({ hasText: 'Exercise' }).first()).toBeVisible();
  await field(page).fill('qwertzuiop');
  await expect(search(page).getByRole('status')).toContainText('Nothing found for “qwertzuiop”');
});

test('it works with the network gone', async ({ page, context }) => {
  const prepared = page.waitForResponse(/search-documents\.json$/);
  await page.goto(lesson);
  await (await prepared).finished();
  await context.setOffline(true);
  await page.keyboard.press('/');
  await field(page).fill('memory limit');
  await expect(found(page).filter({ hasText: 'Resource limits' }).first()).toBeVisible();
});

test('what cannot be loaded is said, and loads when the network is back', async ({ page }) => {
  await page.route('**/search-documents.json', (route) => route.abort());
  await page.goto('.');
  await page.getByRole('link', { name: 'Search' }).click();
  await expect(search(page).getByRole('status')).toContainText('could not be loaded');
  await page.unroute('**/search-documents.json');
  await search(page).getByRole('button', { name: 'Try again' }).click();
  await field(page).fill('health');
  await expect(found(page).first()).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the search, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto('.');
    await page.getByRole('link', { name: 'Search' }).click();
    await field(page).fill('cache');
    await expect(found(page).first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the search leads to a list of everything', async ({ page }) => {
    await page.goto('.');
    await page.getByRole('link', { name: 'Search' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything in the guide');
    await page
      .getByRole('region', { name: 'Lessons' })
      .getByRole('link', { name: 'Order for the cache' })
      .click();
    await expect(page).toHaveURL(/building-good-dockerfiles\/#order-for-the-cache$/);
  });
});
