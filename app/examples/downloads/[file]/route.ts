import { exampleArchive } from '@/content/example-archive';
import { examples } from '@/content/examples';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return examples().map(({ name }) => ({ file: `${name}.zip` }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  return new Response(exampleArchive(file.replace(/\.zip$/, '')), {
    headers: { 'Content-Type': 'application/zip' },
  });
}
