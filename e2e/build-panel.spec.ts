import { expect, test } from '@playwright/test';
import { ExercisePage } from './exercise-page';

const CACHED_INSTALL = `FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
CMD ["python", "-m", "uvicorn", "main:app", "--host", "0.0.0.0"]
`;

test('an edit shows what the next build takes from the cache, and a better file takes more', async ({
  page,
}) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  const output = page.getByRole('list', { name: 'Predicted build output' });
  await page.getByRole('button', { name: 'Edit main.py, build again' }).click();
  await expect(output.getByRole('listitem').filter({ hasText: 'RUN pip install' })).toContainText(
    'carried out',
  );
  await exercise.paste(CACHED_INSTALL);
  await expect(output.getByRole('listitem').filter({ hasText: 'RUN pip install' })).toContainText(
    'from the cache',
  );
  await expect(page.getByText('A prediction: nothing was built.')).toBeVisible();
});

test('layers, files and stages open by keyboard and say in words what they show', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await page.getByRole('tab', { name: 'Build output' }).focus();
  await page.keyboard.press('ArrowRight');
  const panel = page.getByRole('tabpanel', { name: 'Layers' });
  const lines = panel.getByRole('listitem');
  await expect(lines.filter({ hasText: /^line 1\b/ })).toContainText('1.11 GB');
  await expect(lines.filter({ hasText: /^python:3\.12-slim/ })).toContainText('MB');
  await page.keyboard.press('ArrowRight');
  const files = page.getByRole('tabpanel', { name: 'Files' });
  await files.locator('summary').filter({ hasText: 'COPY . .' }).press('Enter');
  await files.locator('summary').filter({ hasText: '/app/requirements.txt' }).press('Enter');
  await expect(files.getByText('fastapi==')).toBeVisible();
  await page.getByRole('tab', { name: 'Files' }).press('ArrowRight');
  await expect(page.getByRole('tabpanel', { name: 'Stages' })).toContainText('It becomes the image.');
});

test('a file that BuildKit refuses has no build to show', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste('FROM python:3.12\nRUNN pip install\n');
  await expect(exercise.problems).toContainText('unknown instruction');
  await expect(page.getByRole('region', { name: 'The build on paper' })).toHaveCount(0);
});
