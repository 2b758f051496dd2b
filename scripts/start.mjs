import { installMissing, main, requireNode } from './lib/setup.mjs';

/* `npm start`: installs what is missing, builds if anything changed, serves. */
main(async () => {
  requireNode();
  await installMissing();
  const { outOfDate } = await import('./lib/sources.mjs');
  const { run } = await import('./lib/run.mjs');
  if (outOfDate()) await run('node', ['scripts/build.mjs']);
  const { serve, optionsFromEnvironment } = await import('./serve.mjs');
  const { url } = await serve(optionsFromEnvironment());
  console.log(`\nThe guide is at ${url}   (Ctrl+C stops it)`);
});
