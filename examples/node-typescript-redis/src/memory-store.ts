import type { LinkStore } from './links.ts';

/** Links in memory: for tests, and for trying the service without Redis. */
export class MemoryStore implements LinkStore {
  readonly #links = new Map<string, { url: string; visits: number }>();

  async add(code: string, url: string): Promise<boolean> {
    if (this.#links.has(code)) return false;
    this.#links.set(code, { url, visits: 0 });
    return true;
  }

  async visit(code: string): Promise<string | undefined> {
    const link = this.#links.get(code);
    if (link) link.visits += 1;
    return link?.url;
  }

  async visits(code: string): Promise<number | undefined> {
    return this.#links.get(code)?.visits;
  }

  async ping(): Promise<void> {}
}
