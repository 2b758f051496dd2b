import { expect, type Page, test } from '@playwright/test';
import { ExercisePage } from './exercise-page';

/* What the editor knows of Compose files, by keyboard alone. */

const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Suggest' });

test.beforeEach(async ({ page }) => {
  await new ExercisePage(page).open('limits-in-compose');
});

test('keys and values are suggested while typing, and Tab takes one over with its indentation', async ({
  page,
}) => {
  const exercise = new ExercisePage(page);
  await exercise.paste('services:\n  web:\n    ');
  await page.keyboard.type('im');
  await expect(suggestions(page).getByRole('option').first()).toHaveAccessibleName(/^image/);
  await page.keyboard.press('Tab');
  await page.keyboard.type('nginx:1.27\nrest');
  await expect(suggestions(page).getByRole('option').first()).toHaveAccessibleName(/^restart/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Space');
  await expect(suggestions(page).getByRole('option').first()).toHaveAccessibleName(/^unless-stopped/);
  await page.keyboard.press('Tab');
  await expect(exercise.problems).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Services' }).getByRole('listitem')).toContainText(
    'nginx:1.27',
  );
});

test('names that the file declares are suggested where they belong', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.paste(
    'services:\n  database:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n    depends_on:\n      - ',
  );
  await page.keyboard.type('d');
  await expect(suggestions(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('list', { name: 'Services' })).toContainText(
    'Waits until database has started.',
  );
});

test('a key explains itself', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.paste('services:\n  web:\n    image: nginx:1.27\n    restart: always');
  await page.keyboard.press('Home');
  await page.keyboard.press('F1');
  await page.keyboard.type('explain');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tooltip')).toContainText('services.web.restart');
});

test('a misspelled key is underlined, told, and its repair is a key away', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.paste('version: "3.8"\nservices:\n  web:\n    image: nginx:1.27\n    enviroment: {}\n');
  await expect(exercise.problems).toContainText('Did you mean environment?');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByRole('option', { name: /Write .environment/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(exercise.problems).not.toContainText('Did you mean');
});
