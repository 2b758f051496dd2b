import { createServer } from 'node:http';
import { priceOf } from '@shop/prices';

createServer((request, response) => {
  response.end(JSON.stringify({ price: priceOf(request.url) }));
}).listen(3000, '0.0.0.0');
