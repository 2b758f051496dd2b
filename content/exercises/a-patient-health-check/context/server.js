import { createServer } from 'node:http';

// Reads the whole catalogue into memory first. On a busy server that takes 40 seconds.
const catalogue = await loadCatalogue();

const server = createServer((request, response) => {
  if (request.url === '/health') return response.end('ok\n');
  response.end(`${catalogue.size} articles\n`);
});

server.listen(3000);
process.on('SIGTERM', () => server.close(() => process.exit(0)));

async function loadCatalogue() {
  await new Promise((done) => setTimeout(done, 40_000));
  return new Map([['lamp', 40], ['chair', 90]]);
}
