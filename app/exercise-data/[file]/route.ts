import { loadExercise } from '@/components/exercise/load';
import { exerciseIds } from '@/content/library';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return exerciseIds().map((id) => ({ file: `${id}.json` }));
}

/** What it takes to judge an exercise apart from its own page: assignments and the instructor's grid. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const id = (await params).file.replace(/\.json$/, '');
  const { title, editable, starter, context, goals } = await loadExercise(id);
  return Response.json({ id, title, editable, starter, context, goals });
}
