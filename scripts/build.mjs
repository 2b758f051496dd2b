import { compress } from './compress.mjs';
import { secure } from './csp.mjs';
import { run } from './lib/run.mjs';
import { main } from './lib/setup.mjs';
import { stamp } from './lib/sources.mjs';
import { makePublic, publicRoot } from './public-address.mjs';

/*
 * Builds the guide into out/. `BASE_PATH=/guide npm run build` makes one that lives under /guide;
 * `SITE_URL=https://example.org npm run build` one that knows its public address.
 */
main(async () => {
  const began = new Date();
  const root = publicRoot(process.env);
  await run('next', ['build']);
  if (root) await makePublic('out', root);
  const pages = await secure('out');
  await compress('out');
  stamp(began);
  console.log(`Built ${pages} pages into out/.`);
});
