import Fastify from 'fastify';

const app = Fastify();

app.get('/health', async () => ({ status: 'ok' }));
app.get('/parcels/:id', async (request) => ({ id: request.params.id, at: 'sea' }));

await app.listen({ port: 3000, host: '0.0.0.0' });
