/** The HTTP side: routes and status codes, over any store. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { cleanUrl, InvalidLink, type LinkStore, shorten } from './links.ts';

const maxBodyBytes = 10_000;

/** The service, not yet listening. */
export function createApp(store: LinkStore): Server {
  return createServer((request, response) => {
    route(store, request, response).catch((error: unknown) => {
      console.error(`${request.method} ${request.url}:`, error);
      if (response.headersSent) response.destroy();
      else json(response, 500, { error: 'Something went wrong here.' });
    });
  });
}

async function route(store: LinkStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const get = request.method === 'GET' || request.method === 'HEAD';

  // Liveness says only that the process answers; readiness that a request can be served now.
  if (get && path === '/health/live') return json(response, 200, { status: 'ok' });
  if (get && path === '/health/ready') {
    const ready = await store.ping().then(
      () => true,
      () => false,
    );
    return json(response, ready ? 200 : 503, { status: ready ? 'ok' : 'Redis does not answer' });
  }

  if (request.method === 'POST' && path === '/links') {
    try {
      const body = JSON.parse(await readBody(request)) as { url?: unknown } | null;
      const url = cleanUrl(body?.url);
      return json(response, 201, { code: await shorten(store, url), url });
    } catch (error) {
      if (error instanceof InvalidLink) return json(response, 422, { error: error.message });
      if (error instanceof SyntaxError) return json(response, 400, { error: 'The body is not JSON.' });
      throw error;
    }
  }

  const stats = /^\/links\/(\w+)$/.exec(path)?.[1];
  if (get && stats) {
    const visits = await store.visits(stats);
    return visits === undefined ? notFound(response) : json(response, 200, { code: stats, visits });
  }

  const code = /^\/(\w+)$/.exec(path)?.[1];
  const url = get && code ? await store.visit(code) : undefined;
  if (url === undefined) return notFound(response);
  response.writeHead(302, { location: url, 'cache-control': 'no-store' }).end();
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read on without keeping it: to stop here would close the connection before the answer is sent.
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  if (size > maxBodyBytes) throw new InvalidLink(`The body has more than ${maxBodyBytes} bytes.`);
  return Buffer.concat(chunks).toString('utf8');
}

function notFound(response: ServerResponse): void {
  json(response, 404, { error: 'There is no such link.' });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
