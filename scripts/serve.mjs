import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { main } from './lib/setup.mjs';

/**
 * Serves a built site on the first free port from `port` on.
 *
 * @param {{ folder?: string, port?: number, host?: string, basePath?: string }} options
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serve({ folder = 'out', port = 3000, host = '127.0.0.1', basePath = '' } = {}) {
  if (!existsSync(`${folder}/index.html`))
    throw new Error(`There is no built site in ${folder}/: run "npm run build"`);
  const files = sirv(folder, {
    etag: true,
    // The build has put compressed copies beside the files.
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      // Files under _next/static carry a hash of their content in their name.
      const forever = path.startsWith('/_next/static/');
      response.setHeader('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'same-origin');
      response.setHeader('Content-Security-Policy', framing(path));
    },
  });
  const server = createServer((request, response) => {
    if (!underBase(request, basePath)) return notFound(folder, response);
    files(request, response, () => notFound(folder, response));
  });
  const taken = await listen(server, port, host);
  return {
    url: `http://${host === '0.0.0.0' ? 'localhost' : host}:${taken}${basePath}/`,
    close: () => server.close(),
  };
}

/**
 * Exercises at /embed/ are made for frames in other pages; nothing else may be put into one, where it could be
 * dressed up as something that it is not. A policy in a page itself cannot say so: browsers read this part from
 * the header alone.
 */
function framing(path) {
  return path.startsWith('/embed/') ? 'frame-ancestors *' : "frame-ancestors 'none'";
}

/** Takes the base path off the address; false when the address lies outside. */
function underBase(request, basePath) {
  if (!basePath) return true;
  if (request.url !== basePath && !request.url.startsWith(`${basePath}/`)) return false;
  request.url = request.url.slice(basePath.length) || '/';
  return true;
}

function notFound(folder, response) {
  response.statusCode = 404;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Security-Policy', framing(''));
  createReadStream(`${folder}/404.html`).pipe(response);
}

/** Listens on the first free port from `port` on, and says which. */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const busy = error.code === 'EADDRINUSE' && port !== 0 && port < 65535;
      busy ? resolve(listen(server, port + 1, host)) : reject(error);
    });
    server.listen(port, host, () => resolve(server.address().port));
  });
}

/** What the environment says about serving: PORT, HOST, BASE_PATH. */
export function optionsFromEnvironment() {
  const { PORT, HOST, BASE_PATH } = process.env;
  return { port: Number(PORT ?? 3000), host: HOST, basePath: (BASE_PATH ?? '').replace(/\/+$/, '') };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(async () => console.log(`The guide is at ${(await serve(optionsFromEnvironment())).url}`));
}
