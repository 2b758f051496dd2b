/** The service as it runs in a container. */

import { createApp } from './app.ts';
import { RedisStore } from './redis-store.ts';
import { readSettings } from './settings.ts';
import { stop } from './stop.ts';

const settings = readSettings(process.env);
const store = new RedisStore(settings.redis);
await store.open();

const server = createApp(store);
server.listen(settings.port, '0.0.0.0', () => console.log(`Listening on port ${settings.port}.`));

// As process 1 Node gets no default handler from the kernel: without these lines SIGTERM would do nothing,
// and Docker would kill the service, with all its requests, at the end of the grace period.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    console.log(`${signal}: finishing the requests in progress.`);
    await stop(server, 8000);
    await store.close();
  });
}
