import { createServer } from 'node:http';
import { z } from 'zod';

const query = z.object({ author: z.string().max(80).default('anyone') });

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/health') return void response.end('ok');
  const asked = query.safeParse(Object.fromEntries(url.searchParams));
  if (!asked.success) return void response.writeHead(400).end('Bad request');
  response.end(`A quote by ${asked.data.author}\n`);
});

server.listen(Number(process.env.PORT ?? 3000));
process.on('SIGTERM', () => server.close(() => process.exit(0)));
