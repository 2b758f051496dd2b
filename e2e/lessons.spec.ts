import { expect, test } from '@playwright/test';
import { ExercisePage } from './exercise-page';

test('an exercise in a lesson takes the whole column', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('lessons/why-containers/');
  const exercise = await page.getByRole('region', { name: 'Read a Dockerfile' }).boundingBox();
  const paragraph = await page.getByText('You can write a page of instructions').boundingBox();
  expect(exercise?.width).toBeGreaterThan((paragraph?.width ?? 0) + 100);
});

test.describe('two apps on one host', () => {
  const lesson = 'lessons/not-virtual-machines/';

  test('are started and stopped by keyboard, as machines and as containers', async ({ page }) => {
    await page.goto(lesson);
    const said = page.getByRole('figure', { name: /Two apps on one host/ }).getByRole('status');
    await expect(said).toHaveText(/Both apps run\. .* 3 kernels, as containers 1 kernel\./);
    await page.getByRole('button', { name: 'Stop the reports app' }).focus();
    await page.keyboard.press('Enter');
    await expect(said).toHaveText(/Only the shop app runs\. .* 2 kernels, as containers 1 kernel\./);
    await page.getByRole('button', { name: 'Stop the shop app' }).press('Space');
    await expect(said).toHaveText(/No app runs\. .* 1 kernel, as containers 1 kernel\./);
    await page.getByRole('button', { name: 'Start the shop app' }).press('Enter');
    await page.getByRole('radio', { name: /ordinary/ }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByText('up to 133 MiB')).toBeVisible();
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('are a picture with figures and their sources', async ({ page }) => {
      await page.goto(lesson);
      const figure = page.getByRole('figure', { name: /Two apps on one host/ });
      await expect(figure.getByText('Both apps run.')).toBeVisible();
      await expect(figure.getByText('up to 10 GiB')).toBeVisible();
      await expect(figure.getByRole('link', { name: /Firecracker/ })).toBeVisible();
      await expect(figure.getByRole('button')).toHaveCount(0);
    });
  });
});

test('a Dockerfile is read, and the answers are checked', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open('read-a-dockerfile');
  // Nobody suggests keys of Compose in a file that is none.
  await exercise.clear();
  await page.keyboard.type('user: ro');
  await expect(exercise.goal('which user')).toContainText('ro is not the answer to user');
  await expect(page.locator('.suggest-widget.visible')).toHaveCount(0);
  await exercise.paste('base: python:3.12-slim\nuser: root\nport: 9000\ncurl: no\n');
  await expect(exercise.status.first()).toContainText('3 of 8 goals reached');
  await expect(exercise.goal('which image it starts from')).toContainText('(reached)');
  await expect(exercise.goal('which user')).toContainText('root is not the answer to user');
  await expect(exercise.goal('where main.py is')).toContainText('has no answer yet');
});
