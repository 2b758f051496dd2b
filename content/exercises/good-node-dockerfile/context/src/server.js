import Fastify from 'fastify';

const app = Fastify();

app.get('/health', async () => ({ status: 'ok' }));
app.post('/notices', async (request) => ({ accepted: request.body }));

await app.listen({ port: 3000, host: '0.0.0.0' });
