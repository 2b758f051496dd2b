import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { ExercisePage } from './exercise-page';

test('an exercise fills the window inside a lesson, with its task, and gives the lesson back', async ({
  page,
}) => {
  await page.goto('lessons/building-good-dockerfiles/');
  const exercise = page.getByRole('region', { name: 'From naive to good' });
  await exercise.getByRole('heading', { name: 'From naive to good' }).scrollIntoViewIfNeeded();
  await exercise.getByRole('button', { name: 'Fill the window' }).press('Enter');
  const leave = exercise.getByRole('button', { name: 'Leave the full window' });
  await expect(leave).toBeFocused();
  await expect(
    exercise.getByText('Change the Dockerfile until every goal is reached').filter({ visible: true }),
  ).toBeInViewport();
  const box = await exercise.boundingBox();
  expect(box).toEqual({ x: 0, y: 0, ...page.viewportSize() });
  // The rest of the page is out of reach.
  const elsewhere = page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Rules' });
  await elsewhere.focus();
  await expect(elsewhere).not.toBeFocused();
  await leave.press('Enter');
  await expect(exercise.getByRole('button', { name: 'Fill the window' })).toBeInViewport();
  await elsewhere.focus();
  await expect(elsewhere).toBeFocused();
});

test('panels are resized by keyboard and pointer, and stay so', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  const side = page.getByRole('separator', { name: 'Width of the goals and problems' });
  await side.press('ArrowLeft');
  await expect(side).toHaveAttribute('aria-valuenow', '42');
  await side.press('End');
  await expect(side).toHaveAttribute('aria-valuenow', '65');
  await side.press('Enter');
  await expect(side).toHaveAttribute('aria-valuenow', '40');

  const height = page.getByRole('separator', { name: 'Height of the editor' });
  const before = (await exercise.editorFrame.boundingBox())?.height ?? 0;
  await height.hover();
  await page.mouse.down();
  const bar = await height.boundingBox();
  await page.mouse.move((bar?.x ?? 0) + 200, (bar?.y ?? 0) + 100);
  await page.mouse.up();
  await expect
    .poll(async () => Math.round(((await exercise.editorFrame.boundingBox())?.height ?? 0) - before))
    .toBeGreaterThan(80);
  const chosen = await height.getAttribute('aria-valuenow');
  await expect.poll(() => page.evaluate(() => localStorage.getItem('guide:panels'))).toContain(`${chosen}`);
  await page.reload();
  await expect(height).toHaveAttribute('aria-valuenow', chosen ?? '');
});

test('every action is found in the palette, by keyboard alone, inside and outside of the editor', async ({
  page,
}) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  const box = page.getByRole('combobox', { name: 'What do you want to do?' });
  await exercise.editor.focus();
  await page.keyboard.press('F1');
  await expect(box).toBeFocused();
  await page.keyboard.type('hint show');
  await expect(page.getByRole('option', { name: /Show a hint/, selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);

  await page.getByRole('button', { name: 'Start over' }).or(page.getByRole('tab').first()).first().focus();
  await page.keyboard.press('ControlOrMeta+Shift+p');
  await page.keyboard.type('fill the');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Leave the full window' })).toBeVisible();
  await page.keyboard.press('F1');
  await page.keyboard.type('open main.py');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'main.py' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('F1');
  await page.keyboard.type('nothing of the kind');
  await expect(page.getByText('Nothing is called so.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
});

test('keys give commands at once, and a question mark lists them', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.editor.focus();
  await page.keyboard.press('Alt+Shift+h');
  await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Alt+Shift+w');
  await expect(page.getByRole('button', { name: 'Leave the full window' })).toBeVisible();
  await page.keyboard.press('Alt+Shift+c');
  await expect(page.getByRole('combobox', { name: 'with' })).toBeInViewport();
  await page.keyboard.press('Alt+Shift+e');
  await expect(exercise.editor).toBeFocused();
  // In the editor it is a character like any other.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Alt+Shift+g');
  await expect(page.getByRole('region', { name: 'Goals and hints' })).toBeFocused();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByRole('row', { name: /Show a hint/ })).toContainText('H');
  await expect(keys.getByRole('row', { name: /Leave the editor/ })).toContainText('Escape, then Tab');
});

test('everything can be downloaded as a zip that holds the files as they are now', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste('FROM scratch');
  await page.getByText('More', { exact: true }).click();
  const [zip] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download everything as a zip' }).click(),
  ]);
  expect(zip.suggestedFilename()).toBe('good-python-dockerfile.zip');
  const files = unzipSync(readFileSync(await zip.path()));
  expect(strFromU8(files['good-python-dockerfile/Dockerfile'] ?? new Uint8Array())).toBe('FROM scratch');
  expect(Object.keys(files)).toContain('good-python-dockerfile/main.py');
  expect(strFromU8(files['good-python-dockerfile/README.md'] ?? new Uint8Array())).toContain('docker build');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy Dockerfile' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('FROM scratch');
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  test('the plain editor checks the same, and fixes are within reach of a finger', async ({ page }) => {
    await page.goto('exercises/good-python-dockerfile/');
    const field = page.getByRole('textbox', { name: 'Dockerfile' });
    await field.tap();
    await field.fill('from python:3.12-slim\nCMD python main.py\n');
    const problems = page.getByRole('list', { name: 'Problems' });
    await problems.getByRole('button', { name: /^Fix: .*JSON/ }).tap();
    await expect(field).toHaveValue(/CMD \["python", "main.py"\]/);
    await page.getByRole('button', { name: 'Undo: bring my files back' }).tap();
    await expect(field).toHaveValue(/CMD python main.py/);
    await page.getByRole('button', { name: 'Commands' }).tap();
    await page.getByRole('option', { name: 'Show a hint' }).tap();
    await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the whole window, the comparison, the palette and the keys, ${theme}, and all fits 360 pixels`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const exercise = new ExercisePage(page);
    await exercise.open();
    await page.getByRole('button', { name: 'Show a hint' }).click();
    await page
      .getByText(/^Why: /)
      .first()
      .click();
    await page.getByRole('button', { name: 'Fill the window' }).click();
    await page.getByRole('button', { name: 'Compare with a solution' }).click();
    const clean = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await clean();
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 720 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide).toBe(false);
    }
    await page.keyboard.press('F1');
    await clean();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await clean();
  });
}
