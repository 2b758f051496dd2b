import { expect, test } from '@playwright/test';
import { ExercisePage } from './exercise-page';

const good = `FROM python:3.12-slim
RUN groupadd -r appuser && useradd -r -g appuser appuser
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
USER appuser
EXPOSE 8000
HEALTHCHECK CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health')"]
CMD ["python", "-m", "uvicorn", "main:app", "--host", "0.0.0.0"]`;

const otherShape = `FROM python:3.12-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY --chown=1000:1000 main.py ./
USER 1000
HEALTHCHECK --interval=10s CMD curl --fail http://localhost:8000/health || exit 1
CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]`;

const dependencies = 'Editing main.py does not install the dependencies again.';
const notRoot = 'The service does not run as root.';
const health = 'Docker can tell whether /health answers.';

test('a learner types a repair and sees every goal reached', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await expect(exercise.goal(notRoot)).toContainText('not yet');
  await exercise.type(good);
  await expect(exercise.status).toHaveText('All 5 goals reached. Well done.');
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
});

test('a correct answer of another shape is accepted too', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste(otherShape);
  await expect(exercise.status).toHaveText('All 5 goals reached. Well done.');
});

const wrong: [what: string, text: string, goal: string][] = [
  ['copies the code before it installs', good.replace('COPY requirements.txt .', 'COPY . .'), dependencies],
  ['names a user that nobody created', good.replace(/^RUN groupadd.*\n/m, ''), notRoot],
  [
    'asks with a program that the image lacks',
    good.replace(/HEALTHCHECK.*/, 'HEALTHCHECK CMD curl -f http://localhost:8000/health'),
    health,
  ],
];
for (const [what, text, goal] of wrong) {
  test(`a file that ${what} fails just the goal that says so`, async ({ page }) => {
    const exercise = new ExercisePage(page);
    await exercise.open();
    await exercise.paste(good);
    await expect(exercise.status).toContainText('All 5');
    await exercise.paste(text);
    await expect(exercise.goal(goal)).toContainText('not yet');
    await expect(exercise.status).toContainText('of 5 goals reached');
  });
}

test('the draft and the result are there after a reload, and starting over can be undone', async ({
  page,
}) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await exercise.paste(good);
  await expect(exercise.status).toContainText('All 5');
  await page.reload();
  await expect(exercise.status).toContainText('All 5');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(exercise.status).toContainText('of 5 goals reached');
  await expect(page.getByText('Solved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo: bring my files back' }).click();
  await expect(exercise.status).toContainText('All 5');
});

test('two tabs show the same draft', async ({ context }) => {
  const [one, two] = [new ExercisePage(await context.newPage()), new ExercisePage(await context.newPage())];
  await one.open();
  await two.open();
  await one.paste(good);
  await expect(two.status).toContainText('All 5');
});

test('everything can be reached and left by keyboard alone', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await expect(page.locator('body')).toBeFocused();
  await page.getByRole('tab', { name: 'Dockerfile' }).focus();
  await page.keyboard.press('ArrowRight');
  const files = page.getByRole('tablist', { name: 'Files' });
  await expect(files.getByRole('tab', { selected: true })).toContainText('read only');
  await page.keyboard.press('Home');
  await page.keyboard.press('Tab');
  await expect(exercise.editor).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Tab now leaves the editor.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(exercise.editor).not.toBeFocused();
  await page.getByRole('button', { name: 'Show a hint' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
});

test('the plain editor does the same, and is remembered', async ({ page }) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await page.getByRole('button', { name: 'Use the plain editor' }).click();
  await page.getByRole('textbox', { name: 'Dockerfile' }).fill(good);
  await expect(exercise.status).toContainText('All 5');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Use the full editor' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Dockerfile' })).toHaveValue(good);
});

test('any two of starter, own file and solutions stand beside each other, with what differs', async ({
  page,
}) => {
  const exercise = new ExercisePage(page);
  await exercise.open();
  await page.getByRole('button', { name: 'Compare with a solution' }).click();
  const solution = page.getByRole('group', { name: 'Dockerfile: Mine compared with As in the lesson' });
  await expect(solution).toContainText('only in As in the lesson: + USER appuser');
  // A line below the other.
  const [first, second] = await Promise.all(
    ['only in Mine: − FROM python:3.12', 'only in As in the lesson: + FROM python:3.12-slim'].map((line) =>
      solution.getByText(line, { exact: true }).boundingBox(),
    ),
  );
  expect(second?.y).toBeGreaterThan(first?.y ?? Infinity);
  const other = page.getByRole('combobox', { name: 'with' });
  await other.selectOption('A number, and a cache mount');
  await expect(page.getByRole('group', { name: /compared with A number/ })).toContainText('USER 10001:10001');
  await other.selectOption('Starter');
  await expect(page.getByText('They are the same.')).toBeVisible();
  await exercise.paste('FROM python:3.12-slim');
  await expect(page.getByRole('group', { name: 'Dockerfile: Mine compared with Starter' })).toContainText(
    'only in Mine: − FROM python:3.12-slim',
  );
  await page.getByRole('combobox', { name: 'Compare' }).selectOption('As in the lesson');
  await expect(
    page.getByRole('group', { name: 'Dockerfile: As in the lesson compared with Starter' }),
  ).toBeVisible();
});
