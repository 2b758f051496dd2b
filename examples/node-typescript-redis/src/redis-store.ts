import { createClient } from 'redis';
import type { LinkStore } from './links.ts';
import type { RedisSettings } from './settings.ts';

/** Links in Redis: one hash a link, with its address and its visits. */
export class RedisStore implements LinkStore {
  readonly #client;

  constructor(settings: RedisSettings) {
    this.#client = createClient({
      socket: { host: settings.host, port: settings.port, connectTimeout: 3000 },
      password: settings.password,
      // Without a connection a command fails at once, instead of waiting in a queue that grows.
      disableOfflineQueue: true,
    });
    // The client reconnects by itself; without a listener an 'error' event would end the process.
    this.#client.on('error', (error: unknown) => console.error('Redis:', error));
  }

  async open(): Promise<void> {
    await this.#client.connect();
  }

  /** Waits for the commands in progress, then leaves. */
  async close(): Promise<void> {
    if (this.#client.isReady) await this.#client.close();
    else this.#client.destroy();
  }

  async add(code: string, url: string): Promise<boolean> {
    return (await this.#client.hSetNX(key(code), 'url', url)) === 1;
  }

  async visit(code: string): Promise<string | undefined> {
    const url = await this.#client.hGet(key(code), 'url');
    if (url === null) return undefined;
    await this.#client.hIncrBy(key(code), 'visits', 1);
    return url;
  }

  async visits(code: string): Promise<number | undefined> {
    const [url, visits] = await this.#client.hmGet(key(code), ['url', 'visits']);
    return url === null || url === undefined ? undefined : Number(visits ?? 0);
  }

  async ping(): Promise<void> {
    await this.#client.ping();
  }
}

const key = (code: string) => `link:${code}`;
