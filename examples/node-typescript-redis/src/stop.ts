import type { Server } from 'node:http';

/**
 * Stop taking connections, let the requests in progress end, and cut what is still open after `graceMs` milliseconds.
 * `docker stop` kills after ten seconds unless told otherwise, so the grace must be shorter than that.
 */
export async function stop(server: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  // close() ends idle keep-alive connections too, and calls back when the last connection has gone.
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
}
