import { createServer } from 'node:http';
import { nanoid } from 'nanoid';

const server = createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ parcel: request.url, at: 'sea', inquiry: nanoid() }));
});

server.listen(3000, '0.0.0.0');
