import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const system = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * How to start a browser: Playwright's own where it is installed, else one of the system's.
 *
 * @returns {import('@playwright/test').LaunchOptions}
 * @throws when there is none, in one line that says what to do.
 */
export function browserOptions() {
  const own = chromium.executablePath();
  const found = existsSync(own) ? own : system.find((path) => existsSync(path));
  if (!found) {
    throw new Error(
      'No browser found: run "npx playwright install chromium", or install Chromium or Chrome.',
    );
  }
  return {
    executablePath: found === own ? undefined : found,
    args: [
      // Chromium as root has no sandbox; containers run tests as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  };
}
