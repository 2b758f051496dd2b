import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { sitePages } from './site-pages';

for (const path of sitePages()) {
  test(`/${path}: axe finds nothing in either theme, nothing scrolls sideways, nothing fails or is fetched from elsewhere`, async ({
    page,
    baseURL,
  }) => {
    const faults = listFaults(page, new URL(baseURL ?? '').origin);
    await open(page, path, 'light');
    expect(await violations(new AxeBuilder({ page }))).toEqual([]);
    await open(page, path, 'dark');
    // Only colours differ between the themes.
    expect(await violations(new AxeBuilder({ page }).withRules('color-contrast'))).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    // The editor follows the window a moment later.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(320);
    expect(faults.filter((fault) => !(path === 'nowhere/' && /404/.test(fault)))).toEqual([]);
  });
}

/** Opens a page in a theme; an exercise with its editor and a verdict. */
async function open(page: Page, path: string, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.goto(path || '.');
  if (!/^(exercises|embed)\/./.test(path)) return;
  await expect(page.getByText('To leave the editor by keyboard')).toBeVisible();
  await expect(page.getByText('goals reached')).toBeVisible();
}

async function violations(axe: AxeBuilder) {
  // A page in a frame is looked at by itself.
  const found = await axe.exclude('iframe').analyze();
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** Collects what the page complains about, blocked by its Content-Security-Policy or thrown, and what it asks of others. */
function listFaults(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(origin)) faults.push(`asks ${url}`);
  });
  return faults;
}
