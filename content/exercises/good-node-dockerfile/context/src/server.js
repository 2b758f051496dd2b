import { createServer } from 'node:http';
import { nanoid } from 'nanoid';

const server = createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json');
  const answer = request.url === '/health' ? { status: 'ok' } : { accepted: nanoid() };
  response.end(JSON.stringify(answer));
});

server.listen(3000, '0.0.0.0');
