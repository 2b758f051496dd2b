import { compress } from './compress.mjs';
import { secure } from './csp.mjs';
import { run } from './lib/run.mjs';

/* Builds the guide into out/. `BASE_PATH=/guide npm run build` makes one that lives under /guide. */

await run('next', ['build']);
const pages = await secure('out');
await compress('out');
console.log(`Content-Security-Policy written into ${pages} pages.`);
