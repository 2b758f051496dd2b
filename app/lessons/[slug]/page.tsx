import type { Metadata } from 'next';
import { LessonPage } from '@/components/lesson/LessonPage';
import { course } from '@/content/course';
import { lesson } from '@/content/library';

interface Props {
  params: Promise<{ slug: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => course.map((slug) => ({ slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, summary } = lesson((await params).slug);
  return { title, description: summary };
}

export default async function Page({ params }: Props) {
  return <LessonPage slug={(await params).slug} />;
}
