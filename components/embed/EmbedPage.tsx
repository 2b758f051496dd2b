import Link from 'next/link';
import { Exercise } from '../exercise/Exercise';
import { loadExercise } from '../exercise/load';
import { EmbedFrame } from './EmbedFrame';

/** One exercise and where it comes from. */
export async function EmbedPage({ id }: { id: string }) {
  const { title, goals } = await loadExercise(id);
  return (
    <EmbedFrame id={id} title={title} goals={goals}>
      <Exercise id={id} headingLevel={1} />
      <p className="embed-origin">
        From{' '}
        <Link href={`/exercises/${id}/`} className="link" prefetch={false}>
          Cloud Native Development with Containers
        </Link>
        . Your work stays in this browser.
      </p>
    </EmbedFrame>
  );
}
