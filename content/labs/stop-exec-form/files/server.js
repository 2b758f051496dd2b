import { createServer } from 'node:http';

const server = createServer((request, response) => {
  if (request.url === '/health') return response.end('ok\n');
  // An order takes a while.
  setTimeout(() => response.end('Thank you for your order\n'), 2000);
});

server.listen(3000);

// No new orders; those that are being served are finished.
process.on('SIGTERM', () => server.close(() => process.exit(0)));
