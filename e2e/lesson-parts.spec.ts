import { expect, test } from '@playwright/test';

test('limits can be tried by keyboard, and what happens is announced', async ({ page }) => {
  await page.goto('lessons/resource-limits/');
  const lab = page.getByRole('region', { name: 'A host with three containers' });
  const outcome = lab.getByRole('status');
  await expect(outcome).toContainText('kernel kills database');
  const memory = lab.getByRole('slider', { name: 'Memory limit of the thumbnailer' });
  await expect(memory).toHaveAttribute('aria-valuetext', 'no limit');
  await memory.focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
  await expect(memory).toHaveAttribute('aria-valuetext', '768 MB');
  await expect(outcome).toContainText('The neighbours keep their memory.');
  await lab.getByRole('radio', { name: 'one process' }).check();
  await expect(outcome).toContainText('thumbnails is killed at its own limit, exit code 137');
  await lab.getByRole('slider', { name: 'CPU limit of the thumbnailer' }).press('Home');
  await expect(outcome).toContainText('The neighbours get all the CPU they want.');
  await lab.getByRole('slider', { name: 'Look at' }).press('End');
  await expect(lab.getByRole('row', { name: /^thumbnails/ })).toContainText('exited (137)');
});

test('a report is filtered as the options of Trivy do', async ({ page }) => {
  await page.goto('lessons/container-security/');
  const report = page.getByRole('region', { name: 'A report of Trivy' });
  await expect(report.getByRole('status')).toContainText('10 of 10 findings, exit code 1');
  await report.getByRole('checkbox', { name: 'MEDIUM' }).uncheck();
  await report.getByRole('checkbox', { name: 'LOW' }).uncheck();
  await report.getByRole('checkbox', { name: 'Only what has a fix' }).check();
  await expect(report.getByRole('status')).toContainText('4 of 10 findings');
  await expect(report.getByText('trivy image --severity CRITICAL,HIGH --ignore-unfixed')).toBeVisible();
  await expect(report.getByRole('row', { name: /zlib1g/ })).toHaveCount(0);
  await report.getByRole('checkbox', { name: 'CRITICAL' }).uncheck();
  await report.getByRole('checkbox', { name: 'HIGH' }).uncheck();
  await expect(report.getByRole('status')).toContainText('exit code 0');
});

test('a deleted secret is found in its layer, and an edit takes it out', async ({ page }) => {
  await page.goto('lessons/container-security/');
  const lab = page.getByRole('region', { name: 'An image whose secret was deleted' });
  await lab.scrollIntoViewIfNeeded();
  const files = lab.getByRole('tabpanel', { name: 'Files' });
  const layer = files.locator('summary').filter({ hasText: 'COPY . .' });
  await layer.press('Enter');
  const secret = files.locator('summary').filter({ hasText: '/app/.env' });
  await expect(secret).toContainText('deleted in line 5, and still here');
  await secret.press('Enter');
  await expect(files.getByText('PAYMENT_API_KEY=')).toBeVisible();
  await lab.getByRole('tab', { name: '.dockerignore' }).click();
  await lab.getByRole('textbox').fill('.env\nDockerfile\n');
  await expect(files.getByText('/app/.env')).toHaveCount(0);
});

test('a container is started and stopped step by step, by keyboard and as its files are typed', async ({
  page,
}) => {
  await page.goto('lessons/starting-and-stopping/');
  const lab = page.getByRole('region', { name: 'Start it, stop it' });
  await lab.scrollIntoViewIfNeeded();
  const next = lab.getByRole('button', { name: 'Next step' });
  const told = lab.getByRole('status');
  await expect(told).toContainText('The command is put together');
  await next.focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('Enter');
  await expect(told).toContainText('Docker sends SIGTERM to process 1, sh');
  const processes = lab.getByRole('list', { name: /^Processes in the container/ });
  await expect(processes.getByRole('listitem').first()).toContainText('gets the signal');
  await lab.getByRole('button', { name: 'Killed' }).click();
  await expect(told).toContainText('Exit code 137');
  await lab
    .getByRole('textbox', { name: 'Dockerfile' })
    .fill('FROM node:24-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n');
  await expect(lab.getByRole('button', { name: 'A clean stop' })).toBeVisible();
  await lab.getByRole('button', { name: 'No handler' }).click();
  await lab.getByRole('checkbox', { name: '--init' }).check();
  await lab.getByRole('button', { name: 'Ended by the signal' }).click();
  await expect(told).toContainText('Exit code 143');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the simulation is a table, the report stands there whole, and the layers open', async ({ page }) => {
    await page.goto('lessons/resource-limits/');
    await expect(page.getByRole('row', { name: /0.2 CPU and 768 MB/ })).toContainText('exit code 137');
    await expect(page.getByRole('slider')).toHaveCount(0);
    await page.goto('lessons/starting-and-stopping/');
    await expect(page.getByRole('region', { name: 'Start it, stop it' })).toContainText('Exit code 137');
    await page.goto('lessons/container-security/');
    await expect(page.getByRole('row', { name: /zlib1g/ })).toBeVisible();
    await page.locator('summary').filter({ hasText: 'COPY . .' }).first().click();
    await expect(page.locator('summary').filter({ hasText: '/app/.env' }).first()).toBeVisible();
  });
});
