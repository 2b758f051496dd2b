import type { Metadata } from 'next';
import { EmbedPage } from '@/components/embed/EmbedPage';
import { exerciseIds, exerciseMeta } from '@/content/library';

interface Props {
  params: Promise<{ exercise: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => exerciseIds().map((exercise) => ({ exercise }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await params;
  return { title: `Exercise: ${exerciseMeta(exercise).title}`, robots: { index: false } };
}

export default async function Page({ params }: Props) {
  return <EmbedPage id={(await params).exercise} />;
}
