import { expect, test } from '@playwright/test';
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
