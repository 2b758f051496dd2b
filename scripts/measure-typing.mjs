import { chromium } from '@playwright/test';
import { browserOptions } from './lib/browser.mjs';
import { main } from './lib/setup.mjs';
import { serve } from './serve.mjs';

/*
 * `npm run measure:typing`: the time in milliseconds from a keystroke that makes a fault to its squiggle on the
 * screen, in a browser, over the built site. A measurement for people; no test depends on it.
 */
const rounds = 30;

main(async () => {
  const { url, close } = await serve({ port: 3030 });
  const browser = await chromium.launch(browserOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`${url}exercises/good-python-dockerfile/`);
    const editor = page.getByRole('tabpanel').getByRole('textbox').first();
    await page.locator('.monaco-editor').waitFor();
    await page.getByRole('status').filter({ hasText: 'goals reached' }).waitFor();
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.evaluate(watchSquiggles);
    const times = [];
    for (let round = 0; round < rounds; round++) {
      await page.keyboard.press('x');
      await page.waitForFunction(() => window.squiggled > 0);
      times.push(await page.evaluate(() => window.squiggled - window.typed));
      await page.keyboard.press('Backspace');
      await page.locator('.squiggly-error').waitFor({ state: 'detached' });
    }
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1);
    console.log(
      `keystroke to squiggle: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms (${rounds} rounds)`,
    );
  } finally {
    await browser.close();
    close();
  }
});

/** Runs in the page: notes when a key went down, and when the first squiggle after it was painted. */
function watchSquiggles() {
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'x') return;
      window.typed = event.timeStamp;
      window.squiggled = 0;
    },
    true,
  );
  new MutationObserver(() => {
    if (window.squiggled === 0 && document.querySelector('.squiggly-error')) {
      requestAnimationFrame((now) => {
        window.squiggled ||= Math.max(now, performance.now());
      });
    }
  }).observe(document.body, { childList: true, subtree: true });
}
