import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { examples } from '../content/examples.ts';
import { PlaygroundPage } from './playground-page';

const mine =
  'FROM golang:1.26\nWORKDIR /src\nCOPY go.mod ./\nRUN go build -o /app .\nUSER 1000\nCMD ["/app"]\n';

/** Drops files as the system's file manager would: the browser makes the list itself. */
async function drop(page: Page, files: { name: string; content: number[] }[]): Promise<void> {
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, content } of dropped) data.items.add(new File([new Uint8Array(content)], name));
    return data;
  }, files);
  const target = page.getByRole('region', { name: 'Workspace' });
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}

test('it begins with a sample that has something to say, with the panels that exercises have', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(page.getByText('Nothing leaves this machine')).toBeVisible();
  await expect(playground.problems.getByRole('listitem')).not.toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Predicted build output' })).toContainText('COPY . .');
  await page.getByRole('tab', { name: 'Layers' }).click();
  await expect(page.getByText('The image:')).toBeVisible();
  await expect(page.getByRole('region', { name: 'The Compose project' })).toBeVisible();
  await page.getByRole('tab', { name: 'Merged file' }).click();
  await expect(page.getByRole('region', { name: 'The Compose project' })).toContainText('greeting', {
    ignoreCase: true,
  });
});

test('a pasted Dockerfile is judged by itself: no COPY is called missing until all files are there', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.pasteDockerfile(mine);
  await expect(playground.files.getByRole('listitem')).toHaveCount(1);
  await playground.ready();
  await expect(playground.problems.getByText('go.mod')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'These are all files of the project' }).check();
  await expect(playground.problems).toContainText('go.mod');
  await playground.button('Undo').click();
  await expect(playground.file('server.js')).toBeVisible();
});

test('a Dockerfile pasted over the sample is judged by itself too', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await (await playground.text('Dockerfile')).fill(mine);
  await expect(page.getByRole('checkbox', { name: 'These are all files of the project' })).not.toBeChecked();
  await playground.ready();
  await expect(playground.problems.getByText('go.mod')).toHaveCount(0);
});

test('files are added, renamed and removed by keyboard, and a removal can be undone', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const path = page.getByRole('textbox', { name: 'Path of a new file' });
  await path.fill('../outside');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'outside its context' })).toBeVisible();
  await path.fill('src/extra.js');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'src/extra.js' })).toHaveAttribute('aria-selected', 'true');
  await (await playground.text('src/extra.js')).fill('// extra\n');

  await playground.button('Rename').focus();
  await page.keyboard.press('Enter');
  const rename = page.getByRole('dialog', { name: 'Rename src/extra.js' });
  await rename.getByRole('textbox', { name: 'New path' }).fill('server.js');
  await page.keyboard.press('Enter');
  await expect(rename.getByRole('alert')).toContainText('There is a file server.js already');
  await rename.getByRole('textbox', { name: 'New path' }).fill('src/more.js');
  await page.keyboard.press('Enter');
  await expect(await playground.text('src/more.js')).toHaveValue('// extra\n');

  await playground.button('Remove').click();
  await expect(playground.file('src/more.js')).toHaveCount(0);
  await playground.button('Undo').click();
  await playground.file('src/more.js').click();
  await expect(await playground.text('src/more.js')).toHaveValue('// extra\n');
});

test('the project is there after a reload, and another tab follows', async ({ context }) => {
  const [one, two] = [
    new PlaygroundPage(await context.newPage()),
    new PlaygroundPage(await context.newPage()),
  ];
  await one.open();
  await two.open();
  await one.pasteDockerfile(mine);
  await expect(two.files.getByRole('listitem')).toHaveCount(1);
  await one.page.reload();
  await one.ready();
  await expect(await one.text('Dockerfile')).toHaveValue(mine);
  await one.button('Undo').click();
  await expect(one.file('server.js')).toBeVisible();
});

test('a folder becomes the project: what tools made is left out, what is no text is known by its size', async ({
  page,
}) => {
  const shop = join(mkdtempSync(join(tmpdir(), 'playground-')), 'shop');
  mkdirSync(join(shop, 'node_modules/x'), { recursive: true });
  mkdirSync(join(shop, 'src'));
  writeFileSync(
    join(shop, 'Dockerfile'),
    'FROM node:24-slim\nCOPY src/ /app/\nCOPY logo.png /app/\nUSER node\n',
  );
  writeFileSync(join(shop, 'src/index.js'), '');
  writeFileSync(join(shop, 'logo.png'), Buffer.from([137, 80, 78, 71, 0, 0]));
  writeFileSync(join(shop, 'node_modules/x/index.js'), '');
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByLabel('A folder').setInputFiles(shop);
  await expect(page.getByText('shop took the place of your files.')).toBeVisible();
  await expect(page.getByText('Left out: 1 files of .git, node_modules')).toBeVisible();
  await expect(playground.files.getByRole('listitem')).toHaveText([
    'Dockerfile',
    /logo\.png 6 B/,
    'src/index.js',
  ]);
  await expect(page.getByRole('checkbox', { name: 'These are all files' })).toBeChecked();
  await expect(playground.problems.getByText('logo.png')).toHaveCount(0);
});

test('a dropped zip becomes the project, and goes out again as a zip', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const bytes = zipSync({ app: { Dockerfile: strToU8(mine), 'go.mod': strToU8('module app\n') } });
  await drop(page, [{ name: 'app.zip', content: [...bytes] }]);
  await expect(playground.files.getByRole('listitem')).toHaveText(['Dockerfile', 'go.mod']);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    playground.button('Download as zip').click(),
  ]);
  const out = unzipSync(new Uint8Array(await readFile(await saved.path())));
  expect(Object.keys(out).sort()).toEqual(['project/Dockerfile', 'project/go.mod']);
  expect(Buffer.from(out['project/Dockerfile'] ?? []).toString()).toBe(mine);
});

test('dropped files join the project; a damaged zip changes nothing and says why', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await drop(page, [{ name: 'notes.txt', content: [104, 105] }]);
  await expect(playground.file('notes.txt')).toBeVisible();
  await expect(playground.file('server.js')).toBeVisible();
  await drop(page, [{ name: 'broken.zip', content: [80, 75, 3, 4, 0] }]);
  await expect(page.getByRole('alert').filter({ hasText: 'Not taken. It is no zip' })).toBeVisible();
  await expect(playground.file('notes.txt')).toBeVisible();
});

test('thousands of files stay usable', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const many = Object.fromEntries(
    Array.from({ length: 4500 }, (_, at) => [`src/module-${at}.js`, strToU8(`// ${at}\n`)]),
  );
  const bytes = zipSync({
    ...many,
    Dockerfile: strToU8('FROM node:24-slim\nCOPY . /app\nUSER node\nCMD ["node", "/app/src/module-1.js"]\n'),
  });
  await page
    .getByLabel('Files or a zip')
    .setInputFiles({ name: 'big.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await expect(page.getByRole('heading', { name: 'Files 4,501' })).toBeVisible();
  await expect(page.getByText('And 4,301 more')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Find a file' }).fill('module-4321');
  await playground.file('src/module-4321.js').click();
  await expect(await playground.text('src/module-4321.js')).toHaveValue('// 4321\n');
  await expect(page.getByRole('button', { name: /^Edit .*build again$/ })).toHaveCount(6);
});

test('the Dockerfile, its context, target, arguments and the Compose files are chosen', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const files = {
    Dockerfile: 'FROM scratch\nCOPY nothing /\n',
    'api/Dockerfile':
      'ARG VERSION=3.13\nFROM python:${VERSION}-slim AS base\nCOPY main.py /app/\nFROM base AS tests\nCOPY gone.py /app/\n',
    'api/main.py': '',
    'compose.yaml': 'services:\n  one:\n    image: nginx:1.29\n',
    'compose.dev.yaml': 'services:\n  two:\n    image: redis:8\n',
  };
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  );
  await page
    .getByLabel('Files or a zip')
    .setInputFiles({ name: 'two.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await expect(playground.problems).toContainText('nothing');
  await page.getByRole('combobox', { name: 'Dockerfile' }).selectOption('api/Dockerfile');
  await expect(playground.problems).toContainText('api/Dockerfile, line 5');
  await expect(playground.problems).toContainText('gone.py');
  await page.getByRole('combobox', { name: 'Target stage' }).selectOption('base');
  const output = page.getByRole('list', { name: 'Predicted build output' });
  await expect(output).not.toContainText('gone.py');
  await page.getByRole('tab', { name: 'Stages' }).click();
  const stages = page.getByRole('region', { name: 'The build on paper' });
  await expect(stages).toContainText('base starts from python:3.13-slim');
  await page.getByRole('textbox', { name: 'Build argument VERSION' }).fill('3.14');
  await expect(stages).toContainText('base starts from python:3.14-slim');
  await page.getByRole('combobox', { name: 'Build context' }).selectOption('the whole project');
  await expect(playground.problems).toContainText('main.py');

  const compose = page.getByRole('region', { name: 'The Compose project' });
  await page.getByRole('tab', { name: 'Merged file' }).click();
  await expect(compose).toContainText('nginx:1.29');
  await expect(compose).not.toContainText('redis:8');
  await page.getByRole('checkbox', { name: /^compose\.dev\.yaml/ }).check();
  await expect(compose).toContainText('redis:8');
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Dockerfile' })).toHaveValue('api/Dockerfile');
});

test('a link carries the project to somebody else, who keeps their own until they choose', async ({
  browser,
}) => {
  const [here, there] = [
    new PlaygroundPage(await browser.newPage()),
    new PlaygroundPage(await browser.newPage()),
  ];
  await here.open();
  await here.pasteDockerfile(mine);
  const link = await here.sharedLink();

  // Nothing of one's own: the shared project is simply there.
  await there.page.goto(link);
  await expect(there.files.getByRole('listitem')).toHaveCount(1);
  await expect(await there.text('Dockerfile')).toHaveValue(mine);
  await expect(there.page).not.toHaveURL(/files=/);

  const other = 'FROM scratch\n# own\n';
  await there.pasteDockerfile(other);
  await there.page.goto('about:blank');
  await there.page.goto(link);
  await expect(there.page.getByText('A shared project. You see its files')).toBeVisible();
  const text = there.page.getByRole('textbox', { name: /^Dockerfile/ }).first();
  await expect(text).toHaveValue(mine);
  await expect(text).not.toBeEditable();
  await there.button('Keep mine').click();
  await expect(text).toHaveValue(other);
  await there.page.goto('about:blank');
  await there.page.goto(link);
  await there.button('Take these').click();
  await expect(text).toBeEditable();
  await there.button('Undo').click();
  await expect(text).toHaveValue(other);
});

test('a damaged link is refused in words, and the own files stay', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open('#files=1.1.abc.zzzz');
  await expect(page.getByRole('alert').filter({ hasText: 'This link cannot be opened' })).toBeVisible();
  await expect(playground.file('server.js')).toBeVisible();
  await playground.button('Go on with my files').click();
  await expect(page.getByText('This link cannot be opened')).toHaveCount(0);
});

test('an example opens by one click, and the own files are not lost', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await page.goto('examples/go-static/');
  await page.getByRole('link', { name: 'Open in the playground' }).click();
  await expect(playground.file('main.go')).toBeVisible();
  await playground.pasteDockerfile(mine);
  await expect(playground.file('main.go')).toHaveCount(0);
  await page.goto('examples/java-jre/');
  await page.getByRole('link', { name: 'Open in the playground' }).click();
  await expect(page.getByText('The example java-jre. You see its files')).toBeVisible();
  await playground.button('Take these').click();
  await playground.button('Undo').click();
  await expect(await playground.text('Dockerfile')).toHaveValue(mine);
});

for (const { name } of examples()) {
  test(`the example ${name} has no problem in the playground`, async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open(`#example=${name}`);
    await expect(playground.file('kubernetes.yaml')).toBeVisible();
    await expect(playground.summary).toHaveText(/^(No|One|\d+) problems? found\.$/);
    await expect(playground.problems.getByText(/^(Error|Warning) ·/)).toHaveCount(0);
  });
}

test('an example that does not exist is said to be missing', async ({ page }) => {
  await page.goto('playground/#example=nowhere');
  await expect(
    page.getByRole('alert').filter({ hasText: 'The example "nowhere" could not be loaded' }),
  ).toBeVisible();
});

test('a browser that keeps nothing says so, and the playground goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.pasteDockerfile(mine);
  await expect(page.getByText('storage is full')).toBeVisible();
  await expect(playground.files.getByRole('listitem')).toHaveCount(1);
});

test('what is too large to be kept is said, and nothing else is crowded out', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const big = Array.from(
    { length: 5 },
    (_, at) => [`part-${at}.txt`, strToU8(`${'x'.repeat(249_000)}\n`)] as const,
  );
  const bytes = zipSync({ Dockerfile: strToU8(mine), ...Object.fromEntries(big) });
  await page
    .getByLabel('Files or a zip')
    .setInputFiles({ name: 'large.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
  await expect(page.getByText('more than this page keeps between visits')).toBeVisible();
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  test('files are opened, edited and added by touch, in the plain editor', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.file('server.js').tap();
    await expect(page.getByRole('textbox', { name: 'server.js' })).toBeEditable();
    await page.getByRole('textbox', { name: 'Path of a new file' }).fill('a.txt');
    await page.getByRole('button', { name: 'Add', exact: true }).tap();
    await expect(page.getByRole('textbox', { name: 'a.txt' })).toBeEditable();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the playground, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    const playground = new PlaygroundPage(page);
    await playground.open();
    await expect(page.getByText('To leave the editor by keyboard')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
