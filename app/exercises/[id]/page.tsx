import type { Metadata } from 'next';
import Link from 'next/link';
import { Exercise } from '@/components/exercise/Exercise';
import { Visit } from '@/components/progress/Visit';
import { exerciseIds, exerciseMeta, lesson } from '@/content/library';

interface Props {
  params: Promise<{ id: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => exerciseIds().map((id) => ({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = exerciseMeta((await params).id);
  return { title: `Exercise: ${title}` };
}

export default async function Page({ params }: Props) {
  const meta = exerciseMeta((await params).id);
  const home = lesson(meta.lesson);
  return (
    <div className="mx-auto max-w-[90rem] px-4 py-8 sm:px-6">
      <p className="stencil">
        Exercise of lesson {String(home.number).padStart(2, '0')} ·{' '}
        <Link className="link" href={`/lessons/${home.slug}/`}>
          {home.title}
        </Link>
      </p>
      <Exercise id={meta.id} headingLevel={1} />
      <Visit path={`/exercises/${meta.id}/`} title={meta.title} />
    </div>
  );
}
