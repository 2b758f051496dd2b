import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
let folder: string;
let server: string;

/** A built site of three pages, and the server put together as the Dockerfile does it, without node_modules. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guide-container-'));
  server = join(folder, 'container.mjs');
  await copyFile(script('container.mjs'), server);
  const outfile = join(folder, 'serve.mjs');
  await build({ entryPoints: [script('serve.mjs')], bundle: true, platform: 'node', format: 'esm', outfile });
  await mkdir(join(folder, 'out'));
  await writeFile(join(folder, 'out/index.html'), '<h1>The guide</h1>');
  await writeFile(join(folder, 'out/404.html'), '<h1>Not found</h1>');
  await mkdir(join(folder, 'out/embed'));
  await writeFile(join(folder, 'out/embed/index.html'), '<h1>For frames</h1>');
});

afterAll(() => rm(folder, { recursive: true }));

async function freePort(): Promise<number> {
  const probe: Server = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function run(env: Record<string, string>, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [server, ...args], { cwd: folder, env: { ...process.env, ...env } });
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

async function start(env: Record<string, string>): Promise<ChildProcess> {
  const child = run(env);
  if (!child.stdout) throw new Error('The server has no output.');
  await Promise.race([
    once(child.stdout, 'data'),
    exitCode(child).then(() => Promise.reject(new Error('It ended.'))),
  ]);
  return child;
}

test('it serves the guide, finds itself healthy, and ends well on SIGTERM', async () => {
  const env = { PORT: String(await freePort()), BASE_PATH: '' };
  expect(await exitCode(run(env, '--health'))).toBe(1);

  const child = await start(env);
  expect(await exitCode(run(env, '--health'))).toBe(0);
  const page = await fetch(`http://127.0.0.1:${env.PORT}/`);
  expect(await page.text()).toBe('<h1>The guide</h1>');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const framing = async (path: string) =>
    (await fetch(`http://127.0.0.1:${env.PORT}${path}`)).headers.get('content-security-policy');
  expect(await framing('/')).toBe("frame-ancestors 'none'");
  expect(await framing('/nothing')).toBe("frame-ancestors 'none'");
  expect(await framing('/embed/')).toBe('frame-ancestors *');
  const missing = await fetch(`http://127.0.0.1:${env.PORT}/nothing`);
  expect([missing.status, await missing.text()]).toEqual([404, '<h1>Not found</h1>']);

  child.kill('SIGTERM');
  expect(await exitCode(child)).toBe(0);
});

test('under a base path the health check asks there', async () => {
  const env = { PORT: String(await freePort()), BASE_PATH: '/guide/' };
  const child = await start(env);
  expect(await exitCode(run(env, '--health'))).toBe(0);
  expect(await exitCode(run({ ...env, BASE_PATH: '/other' }, '--health'))).toBe(1);
  child.kill('SIGTERM');
  expect(await exitCode(child)).toBe(0);
});

test('a port that is taken is an error, not a reason to listen elsewhere', async () => {
  const other = createServer().listen(0, '0.0.0.0');
  await once(other, 'listening');
  const address = other.address();
  const child = run({ PORT: String(typeof address === 'object' ? address?.port : '') });
  expect(await exitCode(child)).toBe(1);
  other.close();
});
