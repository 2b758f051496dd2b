import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { exercise } from '../content/library.ts';

const id = 'slim-base';
const { starter, solutions, title } = exercise(id);
const solution = { ...starter, ...solutions[0]?.files };

/** A page of somebody else's, on a site of its own, which writes down what its frame says. */
let host: Server;
let hostOrigin: string;
test.beforeAll(async () => {
  host = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const attribute = (name: string) => (searchParams.get(name) ?? '').replaceAll('"', '&quot;');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>A course elsewhere</title>
<script>
  window.heard = [];
  addEventListener('message', (event) => heard.push({ origin: event.origin, ...event.data }));
</script>
<iframe title="Exercise" width="1000" height="1200" src="${attribute('src')}"
  ${searchParams.has('sandbox') ? `sandbox="${attribute('sandbox')}"` : ''}></iframe>`);
  });
  // The guide is at 127.0.0.1: localhost is another site, whose frames browsers treat as a third party's.
  host.listen(0, 'localhost');
  await once(host, 'listening');
  hostOrigin = `http://localhost:${(host.address() as AddressInfo).port}`;
});
test.afterAll(() => host.close());

interface Heard {
  origin: string;
  type: string;
  [more: string]: unknown;
}
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
const kinds = async (page: Page) => (await heard(page)).map(({ type }) => type);

async function openHost(page: Page, src: string, sandbox?: string) {
  const more = sandbox === undefined ? '' : `&sandbox=${encodeURIComponent(sandbox)}`;
  await page.goto(`${hostOrigin}/?src=${encodeURIComponent(src)}${more}`);
  return page.frameLocator('iframe');
}

async function solve(frame: ReturnType<Page['frameLocator']>) {
  await frame.getByRole('button', { name: 'Use the plain editor' }).click();
  await frame.getByRole('textbox', { name: 'Dockerfile' }).fill(solution.Dockerfile ?? '');
}

const address = (baseURL: string | undefined, fragment = '') => `${baseURL}embed/${id}/${fragment}`;

test('a page of another origin hears that the frame is ready, how high it is, the progress, and that it is done', async ({
  page,
  baseURL,
}) => {
  const frame = await openHost(page, address(baseURL, `#origin=${hostOrigin}`));
  await expect(frame.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect.poll(() => kinds(page)).toContain('progress');
  expect(await kinds(page)).not.toContain('done');
  await solve(frame);
  await expect.poll(() => kinds(page)).toContain('done');

  const messages = await heard(page);
  const guide = new URL(baseURL ?? '').origin;
  for (const message of messages)
    expect(message).toMatchObject({
      origin: guide,
      source: 'cloud-native-containers-guide',
      version: 1,
      exercise: id,
    });
  const of = (type: string) => messages.filter((message) => message.type === type);
  expect(of('ready')[0]?.title).toBe(title);
  const goals = (of('ready')[0]?.goals ?? []) as object[];
  expect(goals.length).toBeGreaterThan(0);
  for (const goal of goals) expect(goal).toEqual({ id: expect.any(String), sentence: expect.any(String) });
  expect(of('height').at(-1)?.height).toBeGreaterThan(300);
  const total = of('progress')[0]?.total;
  expect(total).toBe(goals.length);
  expect(of('progress')[0]?.reached).toBeLessThan(total as number);
  expect(of('progress').at(-1)).toMatchObject({ reached: total, total });
  // What the learner wrote stays in the frame.
  expect(JSON.stringify(messages)).not.toContain('FROM ');
});

test('the height that the frame says is the height that it needs', async ({ page, baseURL }) => {
  const frame = await openHost(page, address(baseURL));
  await expect(frame.getByRole('status').first()).toContainText('goals reached');
  const needed = () =>
    page
      .frames()[1]
      ?.evaluate(() => Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0));
  await expect
    .poll(async () => {
      const last = (await heard(page)).findLast(({ type }) => type === 'height')?.height;
      return last !== undefined && last === (await needed());
    })
    .toBe(true);
});

test('there is nothing around the exercise, and links lead out of the frame', async ({
  page,
  baseURL,
  context,
}) => {
  const frame = await openHost(page, address(baseURL));
  await expect(frame.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(frame.getByRole('banner')).toHaveCount(0);
  await expect(frame.getByRole('contentinfo')).toHaveCount(0);
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    frame.getByRole('link', { name: 'Cloud Native Development with Containers' }).click(),
  ]);
  await expect(opened).toHaveURL(new RegExp(`/exercises/${id}/$`));
});

test('news goes to no other origin than the one that the address names', async ({ page, baseURL }) => {
  const frame = await openHost(page, address(baseURL, '#origin=https://school.example'));
  await expect(frame.getByRole('status').first()).toContainText('goals reached');
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe'))
      frame.contentWindow?.postMessage(
        { target: 'cloud-native-containers-guide', version: 1, type: 'hello' },
        '*',
      );
  });
  await solve(frame);
  await expect(frame.getByRole('status').first()).toContainText('All');
  expect(await heard(page)).toEqual([]);
});

test('who listens late says hello and hears everything again; the theme follows; the rest is ignored', async ({
  page,
  baseURL,
}) => {
  const frame = await openHost(page, address(baseURL));
  await expect.poll(() => kinds(page)).toContain('progress');
  const say = (wish: object) =>
    page.evaluate((message) => {
      (window as unknown as { heard: Heard[] }).heard.length = 0;
      document.querySelector('iframe')?.contentWindow?.postMessage(message, '*');
    }, wish);
  const target = 'cloud-native-containers-guide';
  await say({ target, version: 1, type: 'hello' });
  await expect.poll(() => kinds(page)).toEqual(expect.arrayContaining(['ready', 'height', 'progress']));
  await say({ target, version: 1, type: 'theme', theme: 'dark' });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await say({ target, version: 1, type: 'theme', theme: 'system' });
  await expect(frame.locator('html')).not.toHaveAttribute('data-theme', /./);
  await say({ target, version: 99, type: 'hello' });
  await say({ target, version: 1, type: 'theme', theme: 'dark' });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await kinds(page)).not.toContain('ready');
});

test('hints and solution follow the address, as on the page of the exercise', async ({ page, baseURL }) => {
  const frame = await openHost(page, address(baseURL, '#hints=2&solution=hidden'));
  await expect(frame.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
  await expect(frame.getByRole('button', { name: /solution/i })).toHaveCount(0);
});

test('a browser that forbids storage in frames does not stop the exercise', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    if (self === top) return;
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Forbidden', 'SecurityError');
      },
    });
  });
  const frame = await openHost(page, address(baseURL));
  await solve(frame);
  await expect(frame.getByRole('status').first()).toContainText('All');
  await expect(frame.getByText('does not let the guide keep anything')).toBeVisible();
  await expect.poll(() => kinds(page)).toContain('done');
});

test('in a sandbox with the two rights that it needs the exercise works', async ({ page, baseURL }) => {
  const frame = await openHost(page, address(baseURL), 'allow-scripts allow-same-origin');
  await solve(frame);
  await expect(frame.getByRole('status').first()).toContainText('All');
});

test('pages other than those for frames refuse to be framed', async ({ request }) => {
  const policy = async (path: string) => (await request.get(path)).headers()['content-security-policy'];
  expect(await policy(`embed/${id}/`)).toBe('frame-ancestors *');
  for (const path of ['.', `exercises/${id}/`, 'playground/', 'nowhere/'])
    expect(await policy(path), path).toBe("frame-ancestors 'none'");
});

test('the page for authors shows a live frame and what it says', async ({ page }) => {
  await page.goto('embed/');
  await page.getByRole('combobox', { name: 'Exercise' }).selectOption(title);
  const frame = page.frameLocator(`iframe[title="Exercise: ${title}"]`);
  await solve(frame);
  const log = page.getByRole('list', { name: 'Messages from the frame' });
  for (const type of ['ready', 'height', 'progress', 'done'])
    await expect(log.getByText(`"type":"${type}"`).last()).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^For your page/ })).toHaveValue(
    new RegExp(`/embed/${id}/"`),
  );
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a frame and on the page for authors, ${theme}, and both fit 360 pixels`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of [`embed/${id}/`, 'embed/']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
  });
}
