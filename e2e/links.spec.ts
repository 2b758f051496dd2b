import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { exercise } from '../content/library.ts';
import { ExercisePage } from './exercise-page';

const id = 'slim-base';
const { starter, solutions, title } = exercise(id);
const solution = { ...starter, ...solutions[0]?.files };
const mine = '# mine\n';

/** The link that the dialog offers for the files in the editor. */
async function sharedLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this exercise' });
  const link = await dialog.getByRole('textbox', { name: /^Link/ }).inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return link;
}

const keepDraft = (page: Page, exerciseId: string, files: Record<string, string>) =>
  page.addInitScript(
    ([key, draft]) => {
      if (!localStorage.getItem(`seeded:${key}`)) localStorage.setItem(key, draft);
      localStorage.setItem(`seeded:${key}`, 'yes');
    },
    [`guide:draft:${exerciseId}`, JSON.stringify({ version: 1, files })] as const,
  );

const plainText = async (page: Page) => {
  await page.getByRole('button', { name: 'Use the plain editor' }).click();
  return page.getByRole('textbox', { name: 'Dockerfile' });
};

test('a link that was made of an own file opens for somebody else with that file', async ({ browser }) => {
  const [here, there] = [await browser.newPage(), await browser.newPage()];
  await keepDraft(here, id, solution);
  const exercisePage = new ExercisePage(here);
  await exercisePage.open(id);
  const link = await sharedLink(here);
  await there.goto(link);
  await expect(new ExercisePage(there).status.first()).toContainText('All');
  await expect(await plainText(there)).toHaveValue(solution.Dockerfile ?? '');
  await expect(there).not.toHaveURL(/files=/);
  await there.reload();
  await expect(there.getByRole('textbox', { name: 'Dockerfile' })).toHaveValue(solution.Dockerfile ?? '');
});

test('shared files never replace an own draft unasked: keep mine, take these, undo', async ({ browser }) => {
  const [here, there] = [await browser.newPage(), await browser.newPage()];
  await keepDraft(here, id, solution);
  await new ExercisePage(here).open(id);
  const link = await sharedLink(here);

  await keepDraft(there, id, { ...starter, Dockerfile: mine });
  await there.goto(link);
  await expect(there.getByText('Shared files.')).toBeVisible();
  await expect(new ExercisePage(there).status.first()).toContainText('All');
  const text = await plainText(there);
  await expect(text).not.toBeEditable();
  await there.getByRole('button', { name: 'Keep mine' }).click();
  await expect(text).toHaveValue(mine);
  await expect(text).toBeEditable();
  // What was only looked at is not solved.
  await expect(there.getByText('Solved', { exact: true })).toHaveCount(0);

  await there.goto('about:blank');
  await there.goto(link);
  await there.getByRole('button', { name: 'Take these' }).click();
  await expect(text).toHaveValue(solution.Dockerfile ?? '');
  await there.reload();
  await there.getByRole('button', { name: 'Undo: bring mine back' }).click();
  await expect(text).toHaveValue(mine);
  await expect(there.getByRole('button', { name: 'Undo: bring mine back' })).toHaveCount(0);
});

for (const [what, damage] of [
  ['cut off', (link: string) => link.slice(0, -10)],
  ['of another exercise', (link: string) => link.replace(`/${id}/`, '/cache-order/')],
  ['far too long', (link: string) => link + 'A'.repeat(9000)],
] as const) {
  test(`a link that is ${what} is refused, and the own draft stays`, async ({ page }) => {
    await keepDraft(page, id, solution);
    await new ExercisePage(page).open(id);
    const link = await sharedLink(page);
    await page.goto('about:blank');
    await page.goto(damage(link));
    await expect(page.getByText('This link cannot be opened')).toBeVisible();
    await page.getByRole('button', { name: 'Go on with my files' }).click();
    await expect(page.getByText('This link cannot be opened')).toHaveCount(0);
    await page.goto(`exercises/${id}/`);
    await expect(await plainText(page)).toHaveValue(solution.Dockerfile ?? '');
  });
}

test('an instructor chooses hints and solution, and the page follows', async ({ page }) => {
  await new ExercisePage(page).open(id);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const link = dialog.getByRole('textbox', { name: /^Link/ });
  await dialog.getByRole('combobox', { name: 'Hints' }).selectOption('the first 2 open');
  await dialog.getByRole('checkbox', { name: 'Without the solution' }).check();
  await expect(link).toHaveValue(new RegExp(`/exercises/${id}/#hints=2&solution=hidden$`));
  await expect(dialog.getByRole('textbox', { name: /^For a page of yours/ })).toHaveValue(
    new RegExp(
      `<iframe src="http[^"]+/embed/${id}/#hints=2&amp;solution=hidden"\\s+title="Exercise: ${title}"`,
    ),
  );
  const address = await link.inputValue();
  await page.goto('about:blank');
  await page.goto(address);
  // The first goal is reached from the beginning, and needs no hint.
  await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /solution/i })).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(`exercises/${id}/#hints=none`);
  await expect(page.getByRole('button', { name: /solution/i }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /hint/i })).toHaveCount(0);
});

test('sharing works by keyboard alone: open, copy, close, and focus is back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await new ExercisePage(page).open(id);
  const share = page.getByRole('button', { name: 'Share', exact: true });
  await share.focus();
  await page.keyboard.press('Enter');
  const copy = page.getByRole('dialog').getByRole('button', { name: 'Copy Link' });
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link: copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`/exercises/${id}/$`));
  await page.keyboard.press('Escape');
  await expect(share).toBeFocused();
});

test('without the right to copy, the text is selected and the page says what to press', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await new ExercisePage(page).open(id);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Copy Link' }).click();
  await expect(page.getByText('press Ctrl+C')).toBeVisible();
});

for (const each of ['limits-in-compose', 'limits-of-docker-run']) {
  test(`a solution of ${each} goes through a link and is the draft afterwards`, async ({ page }) => {
    const folder = exercise(each);
    const solved = { ...folder.starter, ...folder.solutions[0]?.files };
    await page.goto(`exercises/${each}/`);
    await page.evaluate(([key, draft]) => localStorage.setItem(key, draft), [
      `guide:draft:${each}`,
      JSON.stringify({ version: 1, files: solved }),
    ] as const);
    await page.reload();
    await expect(page.getByRole('status').first()).toContainText('All');
    const link = await sharedLink(page);
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByRole('status').first()).toContainText('All');
    await expect
      .poll(() => page.evaluate((key) => localStorage.getItem(key), `guide:draft:${each}`))
      .toBe(JSON.stringify({ version: 2, files: solved }));
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the dialog, ${theme}, and it fits 360 pixels`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 700 });
    await new ExercisePage(page).open(id);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const dialog = page.getByRole('dialog');
    expect(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  });
}
