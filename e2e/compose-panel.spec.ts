import { expect, test } from '@playwright/test';
import { ExercisePage } from './exercise-page';

const SHOP = `services:
  web:
    image: registry.example.com/shop/web:4.2.0
    ports: ["8080:8080"]
    depends_on:
      database:
        condition: service_healthy
  database:
    image: postgres:17
    x-anchored: &limits
      limits: {memory: 1G}
    deploy:
      resources: *limits
    healthcheck:
      test: [CMD, pg_isready]
`;

test('the picture says who waits for whom, and leads to a service in the file', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open('limits-in-compose');
  await exercise.paste(SHOP);
  const services = page.getByRole('list', { name: 'Services' }).getByRole('listitem');
  await expect(services.filter({ hasText: 'web' })).toContainText('Waits until database is healthy.');
  await expect(services.first()).toContainText('Runs postgres:17.');
  await page.getByRole('button', { name: /^database\s*, go to its place in compose.yaml/ }).press('Enter');
  await expect(exercise.editor).toBeFocused();
});

test('the merged file is a tab of its own, reached by keyboard, and cannot be edited', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open('limits-in-compose');
  await exercise.paste(SHOP);
  await page.getByRole('tab', { name: 'Picture' }).focus();
  await page.keyboard.press('ArrowRight');
  const merged = page.getByRole('group', { name: 'Merged Compose file, read only' });
  await expect(merged).toContainText('memory: 1G');
  await expect(merged).not.toContainText('*limits');
});

test('files that Compose refuses have no picture, and say why', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open('limits-in-compose');
  await exercise.paste('services: []\n');
  await expect(exercise.problems).toContainText('services');
  await expect(page.getByRole('region', { name: 'The Compose project' })).toHaveCount(0);
});
