import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { exercise } from '../content/library.ts';

const ids = ['slim-base', 'run-as-a-user', 'cache-order'];
const fragment = `#title=Week+3&${ids.map((id) => `exercise=${id}`).join('&')}&due=Friday&hints=none&solution=hidden`;
const titleOf = (id: string) => exercise(id).title;
const solved = (id: string) => ({ ...exercise(id).starter, ...exercise(id).solutions[0]?.files });

const keepDraft = (page: Page, id: string, files: Record<string, string>) =>
  page.addInitScript(([key, draft]) => localStorage.setItem(key, draft), [
    `guide:draft:${id}`,
    JSON.stringify({ version: 1, files }),
  ] as const);

/** A file as a learner hands it in. */
const handedIn = (name: string, files: Record<string, Record<string, string>>, claims?: string[]) =>
  JSON.stringify({
    format: 'cloud-native-containers-guide/result',
    version: 1,
    savedAt: '2026-11-25T10:00:00.000Z',
    name,
    assignment: 'Week 3',
    exercises: Object.entries(files).map(([id, each]) => ({
      id,
      files: each,
      reached: claims ?? [],
      total: 2,
      solvedAt: null,
    })),
  });

const upload = (page: Page, files: Record<string, string | Uint8Array>) =>
  page.getByLabel('Choose files').setInputFiles(
    Object.entries(files).map(([name, content]) => ({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    })),
  );

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

test.describe('an assignment', () => {
  test('is put together, and is a link', async ({ page }) => {
    await page.goto('assignment/compose/');
    await page.getByRole('textbox', { name: 'Title' }).fill('Week 3');
    await page.getByRole('textbox', { name: 'Due, as you want to say it' }).fill('Friday');
    for (const id of ids) await page.getByRole('checkbox', { name: titleOf(id) }).check();
    await page.getByRole('checkbox', { name: 'Without the solution' }).check();
    await page.getByRole('combobox', { name: 'Hints' }).selectOption('none');
    const link = await page.getByRole('textbox', { name: /^Link/ }).inputValue();
    await page.getByRole('link', { name: 'See it as a learner does' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Week 3' })).toBeVisible();
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByText('Due: Friday')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Exercises' }).getByRole('listitem')).toHaveCount(3);
  });

  test('shows how far the learner is, and leads to exercises as the instructor wants them', async ({
    page,
  }) => {
    await keepDraft(page, 'slim-base', solved('slim-base'));
    await page.goto(`assignment/${fragment}`);
    await expect(page.getByText('1 of 3 exercises solved.')).toBeVisible();
    const list = page.getByRole('list', { name: 'Exercises' });
    await expect(list.getByRole('listitem').filter({ hasText: titleOf('slim-base') })).toContainText(
      'solved',
    );
    await expect(list.getByRole('listitem').filter({ hasText: titleOf('cache-order') })).toContainText(
      'not begun',
    );
    await list.getByRole('link', { name: titleOf('cache-order') }).click();
    await expect(page.getByText('To leave the editor by keyboard')).toBeVisible();
    await expect(page.getByRole('button', { name: /hint/i })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /solution/i })).toHaveCount(0);
    // Solved there, it is solved here when the learner comes back.
    await page.getByRole('button', { name: 'Use the plain editor' }).click();
    await page.getByRole('textbox', { name: 'Dockerfile' }).fill(solved('cache-order').Dockerfile ?? '');
    await expect(page.getByRole('status').first()).toContainText('All');
    await page.goBack();
    await expect(page.getByText('2 of 3 exercises solved.')).toBeVisible();
  });

  test('names an exercise that there is not, and goes on with the rest', async ({ page }) => {
    await page.goto('assignment/#exercise=slim-base&exercise=gone-with-the-wind');
    const gone = page.getByRole('listitem').filter({ hasText: 'gone-with-the-wind' });
    await expect(gone).toContainText('not in this guide');
    await expect(page.getByRole('link', { name: titleOf('slim-base') })).toBeVisible();
  });

  test('without a list says what is wrong with the link', async ({ page }) => {
    await page.goto('assignment/');
    await expect(page.getByText('This address lists no exercise.')).toBeVisible();
  });

  test('is handed in as a file, which the page for instructors takes', async ({ page }) => {
    await keepDraft(page, 'slim-base', solved('slim-base'));
    await page.goto(`assignment/${fragment}`);
    await expect(page.getByText('1 of 3 exercises solved.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Your name' }).fill('Ada Lovelace');
    // Until every exercise has its verdict there is nothing to save.
    await expect(page.getByRole('button', { name: 'Save the result file' })).toBeEnabled();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(saved.suggestedFilename()).toBe('Ada-Lovelace-Week-3.json');
    const text = await readFile(await saved.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      format: 'cloud-native-containers-guide/result',
      version: 1,
      name: 'Ada Lovelace',
      assignment: 'Week 3',
      exercises: [
        { id: 'slim-base', files: solved('slim-base') },
        { id: 'run-as-a-user' },
        { id: 'cache-order' },
      ],
    });
    await page.goto('results/');
    await upload(page, { [saved.suggestedFilename()]: text });
    await expect(
      row(page, 'Ada Lovelace').getByRole('button', { name: new RegExp(`${titleOf('slim-base')}: solved`) }),
    ).toBeVisible();
    await expect(page.getByText('the file claims')).toHaveCount(0);
  });
});

test.describe('the results of a class', () => {
  test('thirty files become a grid, judged again, and a table for a spreadsheet', async ({ page }) => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => {
        const own = at % 2 === 0 ? solved('slim-base') : exercise('slim-base').starter;
        return [
          `learner-${at}.json`,
          handedIn(`Learner ${at}`, { 'slim-base': own, 'cache-order': solved('cache-order') }),
        ];
      }),
    );
    await page.goto('results/');
    const packed = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    await upload(page, { 'class.zip': packed });
    await expect(page.getByText('30 files. All checked again.')).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(31);
    await expect(page.getByRole('columnheader', { name: titleOf('slim-base') })).toContainText('15 solved');
    await expect(page.getByRole('columnheader', { name: titleOf('cache-order') })).toContainText('30 solved');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
    expect(lines.length).toBe(31);
    expect(lines[0]).toContain('slim-base: goals reached');
  });

  test('what a file claims is not believed, and both are shown', async ({ page }) => {
    const { starter } = exercise('slim-base');
    await page.goto('results/');
    await upload(page, {
      'mallory.json': handedIn('Mallory', { 'slim-base': starter }, ['serves', 'slim', 'x', 'y']),
    });
    const mallory = row(page, 'Mallory');
    await expect(mallory).toContainText('the file claims 4');
    await mallory.getByRole('button').click();
    const dialog = page.getByRole('dialog', { name: `Mallory: ${titleOf('slim-base')}` });
    await expect(dialog.getByRole('group', { name: 'Dockerfile' })).toContainText('FROM');
    await expect(dialog.getByRole('list', { name: 'Goals' })).toContainText('(not reached)');
    await page.keyboard.press('Escape');
    await expect(mallory.getByRole('button')).toBeFocused();
  });

  test('bad and foreign files are named with the reason, and the others are taken', async ({ page }) => {
    const good = handedIn('Grace', { 'slim-base': solved('slim-base') });
    await page.goto('results/');
    await upload(page, {
      'grace.json': good,
      'cut.json': good.slice(0, 100),
      'progress.json': '{"format":"cloud-native-containers-guide/progress","version":1,"entries":{}}',
      'photo.json': new Uint8Array([255, 216, 0, 1]),
      'other.json': '{"hello":"world"}',
    });
    const refused = page.getByRole('alert').filter({ hasText: '4 files were not taken' });
    await expect(refused).toContainText('cut.json: It cannot be read: it is not JSON');
    await expect(refused).toContainText('progress.json: It cannot be read: it is a progress file');
    await expect(refused).toContainText('photo.json');
    await expect(refused).toContainText('other.json: It cannot be read: it is no result file');
    await expect(row(page, 'Grace')).toContainText('solved');
    await upload(page, { 'grace.json': good });
    await expect(page.getByRole('row')).toHaveCount(2);
  });

  test('an exercise that this guide does not have is said so, and its files can be read', async ({
    page,
  }) => {
    await page.goto('results/');
    await upload(page, {
      'old.json': handedIn('Old', { 'from-last-year': { Dockerfile: 'FROM last-year\n' } }),
    });
    await row(page, 'Old')
      .getByRole('button', { name: /not in this guide/ })
      .click();
    await expect(page.getByRole('dialog')).toContainText('FROM last-year');
  });

  test('files that may not be edited are the guide’s own, whatever was handed in', async ({ page }) => {
    const { starter } = exercise('slim-base');
    await page.goto('results/');
    await upload(page, {
      'sly.json': handedIn('Sly', {
        'slim-base': { ...starter, 'requirements.txt': '', '.dockerignore': '*' },
      }),
    });
    await row(page, 'Sly').getByRole('button', { name: / of / }).click();
    await expect(page.getByRole('dialog')).toContainText(
      'requirements.txt (not one of this exercise; not checked)',
    );
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages of assignments, ${theme}, and they fit 360 pixels`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 740 });
    const calm = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    };
    await page.goto(`assignment/${fragment}`);
    await expect(page.getByText('0 of 3 exercises solved.')).toBeVisible();
    await expect(page.getByText('not begun').first()).toBeVisible();
    await calm();
    await page.goto('assignment/compose/');
    await page.getByRole('checkbox', { name: titleOf('slim-base') }).check();
    await calm();
    await page.goto('results/');
    await upload(page, {
      'grace.json': handedIn('Grace', { 'slim-base': solved('slim-base') }),
      'x.json': '{',
    });
    await expect(page.getByText('All checked again.')).toBeVisible();
    await calm();
  });
}
