import { expect, test } from '@playwright/test';
import { ExercisePage } from './exercise-page';

const good = `FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
USER 1000
EXPOSE 8000
HEALTHCHECK CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health')"]
CMD ["python", "-m", "uvicorn", "main:app", "--host", "0.0.0.0"]`;

test('the first failing goal stands first: what is wrong, where, and why it matters', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  const first = page.getByRole('list', { name: 'Goals' }).getByRole('listitem').first();
  await expect(first).toHaveAttribute('aria-current', 'step');
  await expect(first).toContainText('Editing main.py does not install the dependencies again.');
  await expect(first).toContainText('Why it matters');
  await first.getByRole('button', { name: /^Go to Dockerfile, line \d$/ }).press('Enter');
  await expect(exercise.editor).toBeFocused();
  await exercise.paste(good.replace('USER 1000\n', ''));
  await expect(first).toContainText('The service does not run as root.');
});

test('the last goal is celebrated, with the way on, and without motion for who wants none', async ({
  page,
}) => {
  const exercise = new ExercisePage(page);
  const wayOn = page.getByText(/^Go on with/);
  const moved = () =>
    wayOn.locator('..').evaluate((party) => party.getAnimations({ subtree: true }).length > 0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await exercise.open();
  await exercise.paste(good);
  await expect(exercise.status).toHaveText('All 5 goals reached. Well done.');
  await expect(wayOn.getByRole('link')).toBeVisible();
  expect(await moved()).toBe(false);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.reload();
  await expect(wayOn).toBeVisible();
  // Reached on an earlier visit, which is no news.
  expect(await moved()).toBe(false);
  await exercise.paste('FROM scratch');
  await expect(wayOn).toHaveCount(0);
  await exercise.paste(good);
  await expect(wayOn).toBeVisible();
  expect(await moved()).toBe(true);
});

test('a failure of the checker is called its own, can be reported, and the rest goes on', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const Real = window.Worker;
    window.Worker = class extends Real {
      override postMessage(message: { id: number; files?: Record<string, string> }) {
        if (!message.files?.Dockerfile?.includes('break the checker')) return super.postMessage(message);
        const data = { id: message.id, is: 'crash', error: 'boom' };
        queueMicrotask(() => this.onmessage?.(new MessageEvent('message', { data })));
      }
    };
  });
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste('# break the checker');
  await expect(page.getByText('The checker itself failed. That says nothing about your files')).toBeVisible();
  await expect(exercise.problems).toHaveCount(0);
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download it' }).click(),
  ]);
  expect(report.suggestedFilename()).toBe('checker-report.json');
  await exercise.paste(good);
  await expect(exercise.status).toContainText('All 5');
});

test('a goal that cannot be judged says whose failure it is, and the others are judged', async ({ page }) => {
  await page.addInitScript(() => {
    const Real = window.Worker;
    window.Worker = class extends Real {
      override set onmessage(handler: ((event: MessageEvent) => void) | null) {
        super.onmessage = (event) => {
          const goals = event.data?.verdict?.report?.goals;
          if (goals?.[0]) Object.assign(goals[0], { status: 'error', message: 'TypeError: boom' });
          handler?.(event);
        };
      }
    };
  });
  const exercise = new ExercisePage(page);
  await exercise.open();
  const broken = exercise.goal('The container starts and answers');
  await expect(broken).toContainText('The checker itself failed here; your files are not to blame.');
  await expect(page.getByText('A part of the checker failed')).toBeVisible();
  await expect(exercise.status).toContainText('1 could not be checked');
  await expect(exercise.goal('The service does not run as root.')).toContainText('(not yet)');
});
