import type { Metadata } from 'next';
import { PrintPage, printables, printTitle } from '@/components/print/PrintPage';

interface Props {
  params: Promise<{ what: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => printables.map((what) => ({ what }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: `For paper, with solutions: ${printTitle((await params).what)}`,
    robots: { index: false },
  };
}

export default async function Page({ params }: Props) {
  return <PrintPage what={(await params).what} solutions />;
}
