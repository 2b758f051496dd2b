import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { createApp } from '../src/app.ts';
import type { LinkStore } from '../src/links.ts';
import { MemoryStore } from '../src/memory-store.ts';
import { stop } from '../src/stop.ts';

async function serve(t: TestContext, store: LinkStore = new MemoryStore()) {
  const server = createApp(store).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.closeAllConnections());
  t.after(() => server.close());
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const post = (base: string, body: string) => fetch(`${base}/links`, { method: 'POST', body });

test('a shortened address leads back to where it came from, and counts visits', async (t) => {
  const { base } = await serve(t);
  const created = await post(base, JSON.stringify({ url: 'https://example.com/docs' }));
  assert.equal(created.status, 201);
  const { code } = (await created.json()) as { code: string };

  const visit = await fetch(`${base}/${code}`, { redirect: 'manual' });
  assert.equal(visit.status, 302);
  assert.equal(visit.headers.get('location'), 'https://example.com/docs');

  const stats = await fetch(`${base}/links/${code}`);
  assert.deepEqual(await stats.json(), { code, visits: 1 });
});

test('what cannot be shortened is refused with the reason', async (t) => {
  const { base } = await serve(t);
  assert.equal((await post(base, '{"url": "ftp://example.com"}')).status, 422);
  assert.equal((await post(base, 'null')).status, 422);
  assert.equal((await post(base, '{')).status, 400);
  assert.equal((await post(base, 'x'.repeat(20_000))).status, 422);
});

test('unknown codes and paths are not found', async (t) => {
  const { base } = await serve(t);
  for (const path of ['/', '/nothing', '/links/nothing', '/a/b']) {
    assert.equal((await fetch(base + path)).status, 404, path);
  }
});

test('without its store it is alive, but not ready', async (t) => {
  const store = new MemoryStore();
  store.ping = () => Promise.reject(new Error('no Redis'));
  const { base } = await serve(t, store);
  assert.equal((await fetch(`${base}/health/live`)).status, 200);
  assert.equal((await fetch(`${base}/health/ready`)).status, 503);
});

test('a stop waits for the request in progress', async (t) => {
  const store = new MemoryStore();
  const steps = new EventEmitter();
  store.ping = async () => {
    const released = once(steps, 'released');
    steps.emit('arrived');
    await released;
  };
  const { server, base } = await serve(t, store);
  const arrived = once(steps, 'arrived');
  const answer = fetch(`${base}/health/ready`);
  await arrived;
  const stopped = stop(server, 60_000);
  steps.emit('released');
  assert.equal((await answer).status, 200);
  await stopped;
  await assert.rejects(fetch(`${base}/health/live`));
});
