import { defineConfig } from '@playwright/test';
import { browserOptions } from './scripts/lib/browser.mjs';

const port = Number(process.env.E2E_PORT ?? 3010);
const basePath = process.env.BASE_PATH ?? '';

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: [['list']],
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${port}${basePath}/`,
    launchOptions: browserOptions(),
    trace: 'off',
  },
  webServer: {
    command: 'node scripts/serve.mjs',
    env: { PORT: String(port), STRICT_PORT: '1', BASE_PATH: basePath },
    url: `http://127.0.0.1:${port}${basePath}/`,
    reuseExistingServer: false,
  },
});
