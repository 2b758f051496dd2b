import { serve } from './serve.mjs';

/*
 * The guide's server as it runs in its container: `node container.mjs` serves the folder out/, and
 * `node container.mjs --health` asks the running one how it is and exits with 0 or 1. The Dockerfile puts serve.mjs
 * beside it with its one package bundled in.
 */

const port = Number(process.env.PORT ?? 8080);
const basePath = process.env.BASE_PATH?.replace(/\/+$/, '') ?? '';

if (process.argv.includes('--health')) {
  const url = `http://127.0.0.1:${port}${basePath}/`;
  const healthy = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
  process.exitCode = healthy ? 0 : 1;
} else {
  const { url, close } = await serve({ port, host: '0.0.0.0', basePath });
  // Another port would be one that nobody asks: better to end than to look well.
  if (new URL(url).port !== String(port) && port !== 0) throw new Error(`Port ${port} is taken.`);
  console.log(`The guide is at ${url}`);
  // As process 1 Node gets no default handler from the kernel: without these lines SIGTERM would do nothing.
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => {
      // Requests in progress are finished; what is still open after eight seconds is cut before Docker does it.
      close();
      setTimeout(() => process.exit(0), 8000).unref();
    });
  }
}
