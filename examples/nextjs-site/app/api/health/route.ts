/** Answered anew every time: a health check from a cache would say nothing. */
export const dynamic = 'force-dynamic';

export function GET() {
  return Response.json({ status: 'ok' });
}
