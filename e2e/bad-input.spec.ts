import { expect, test } from '@playwright/test';
import { ExercisePage } from './exercise-page';

const cases: [what: string, text: string, message: RegExp][] = [
  ['a half-typed instruction', 'FROM python:3.12-slim\nCOPPY . .', /line 2[\s\S]*COPPY/i],
  ['an unterminated heredoc', 'FROM python:3.12-slim\nRUN <<EOF\necho hello\n', /line 2[\s\S]*heredoc/i],
  ['a COPY without a destination', 'FROM python:3.12-slim\nCOPY requirements.txt', /line 2/],
  ['an unterminated JSON array', 'FROM python:3.12-slim\nCMD ["python", "-m"', /line 2/],
  ['tabs for spaces', 'FROM python:3.12-slim\n\tRUNN\techo', /line 2/],
];

for (const [what, text, message] of cases) {
  test(`${what} gets a message that names the line, and nothing typed is lost`, async ({ page }) => {
    const exercise = new ExercisePage(page);
    await exercise.open();
    await exercise.paste(text);
    await expect(exercise.problems).toContainText(message);
    await page.reload();
    await page.getByRole('button', { name: 'Use the plain editor' }).click();
    await expect(page.getByRole('textbox', { name: 'Dockerfile' })).toHaveValue(text);
  });
}

test('an empty file is told what it needs', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.clear();
  await expect(exercise.problems).toContainText(/line 1/);
  await expect(exercise.status).toContainText('0 of 5 goals reached');
});

test('CRLF and a byte order mark change nothing about the verdict', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await page.addInitScript(() => {
    const files = { Dockerfile: '\uFEFFFROM python:3.12-slim\r\nWORKDIR /app\r\nUSER 1000\r\n' };
    localStorage.setItem('guide:draft:good-python-dockerfile', JSON.stringify({ version: 1, files }));
  });
  await exercise.open();
  await expect(exercise.goal('The image starts from a base')).toContainText('(reached)');
});

test('a megabyte of noise leaves the page responsive', async ({ page }) => {
  const noise = Array.from(
    { length: 20_000 },
    (_, at) => `noise ${(at * 7919) % 10007} ${'#"[\\$'.repeat(9)}`,
  ).join('\n');
  await page.addInitScript(
    (files) => {
      if (sessionStorage.getItem('seeded')) return;
      sessionStorage.setItem('seeded', 'yes');
      localStorage.setItem('guide:draft:good-python-dockerfile', JSON.stringify({ version: 1, files }));
    },
    { Dockerfile: noise },
  );
  const exercise = new ExercisePage(page);
  await exercise.open();
  await expect(exercise.problems).toContainText('line 1');
  await exercise.paste('FROM python:3.12-slim');
  await expect(exercise.goal('The image starts from a base')).toContainText('(reached)');
});
