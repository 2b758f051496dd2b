/** A worker that answers the requests of `checker-messages.ts`. */
export const createWorker = () =>
  new Worker(new URL('./checker.worker.ts', import.meta.url), { type: 'module' });
