import { expect, test } from '@playwright/test';

test('two Compose files are compared while one types, and a refusal names its line', async ({ page }) => {
  await page.goto('lessons/development-and-production/');
  const lab = page.getByRole('region', { name: 'Two Compose files, and in what they differ' });
  const production = lab.getByRole('textbox', { name: 'compose.prod.yaml' });
  const table = lab.getByRole('table');
  await expect(table.getByRole('row').filter({ hasText: 'memory limit' })).toContainText('256M');

  await production.fill(await production.inputValue().then((text) => text.replace('256M', '512M')));
  await expect(table.getByRole('row').filter({ hasText: 'memory limit' })).toContainText('512M');

  await production.fill(await lab.getByRole('textbox', { name: 'compose.dev.yaml' }).inputValue());
  await expect(lab.getByRole('status')).toHaveText('They run the same');
  await expect(table).toHaveCount(0);

  await production.fill('services:\n  app:\n    imgae: nginx:1.27\n');
  await expect(lab.getByRole('status')).toHaveText('Docker Compose refuses one of the files');
  await expect(lab).toContainText('compose.prod.yaml, line 3');

  await lab.getByRole('button', { name: 'Put the files of the lesson back' }).click();
  await expect(table.getByRole('row').filter({ hasText: 'memory limit' })).toContainText('256M');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the comparison of the lesson is there to read', async ({ page }) => {
    await page.goto('lessons/development-and-production/');
    const lab = page.getByRole('region', { name: 'Two Compose files, and in what they differ' });
    await expect(lab.getByRole('row').filter({ hasText: 'starts again' })).toContainText('unless-stopped');
  });
});
