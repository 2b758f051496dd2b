import { createServer } from 'node:http';
import { trace } from './parcels.js';

const server = createServer((request, response) => {
  if (request.url === '/healthz') return response.end('ok');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(trace(request.url.slice(1))));
});

server.listen(3000, '0.0.0.0');
process.on('SIGTERM', () => server.close());
