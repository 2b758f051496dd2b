import { searchDocuments } from '@/content/search';

export const dynamic = 'force-static';

export async function GET() {
  return Response.json(await searchDocuments());
}
