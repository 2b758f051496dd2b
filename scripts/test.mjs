import { installMissing, main, requireNode } from './lib/setup.mjs';

/* `npm test`: installs what is missing and runs everything, the quickest checks first. */
main(async () => {
  requireNode();
  await installMissing();
  const { run } = await import('./lib/run.mjs');
  const { browserOptions } = await import('./lib/browser.mjs');
  const { freePort } = await import('./lib/free-port.mjs');
  // Said at once rather than after minutes of other checks.
  browserOptions();
  const steps = [
    ['Types', 'tsc', ['-p', '.', '--noEmit']],
    ['Lint and format', 'biome', ['ci', '--error-on-warnings']],
    ['Units, rules and content', 'vitest', ['run']],
    ['Build', 'node', ['scripts/build.mjs']],
    ['Weight', 'node', ['scripts/budget.mjs']],
    ['In the browser', 'playwright', ['test']],
  ];
  for (const [title, program, args] of steps) {
    console.log(`\n== ${title}`);
    const began = Date.now();
    await run(program, args, { E2E_PORT: process.env.E2E_PORT ?? String(await freePort(3010)) });
    console.log(`== ${title}: good, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  console.log('\nEverything holds.');
});
