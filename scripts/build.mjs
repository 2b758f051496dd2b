import { compress } from './compress.mjs';
import { secure } from './csp.mjs';
import { run } from './lib/run.mjs';
import { main } from './lib/setup.mjs';
import { stamp } from './lib/sources.mjs';

/* Builds the guide into out/. `BASE_PATH=/guide npm run build` makes one that lives under /guide. */
main(async () => {
  const began = new Date();
  await run('next', ['build']);
  const pages = await secure('out');
  await compress('out');
  stamp(began);
  console.log(`Built ${pages} pages into out/.`);
});
