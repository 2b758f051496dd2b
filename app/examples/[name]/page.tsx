import type { Metadata } from 'next';
import { ExamplePage } from '@/components/examples/ExamplePage';
import { example, examples } from '@/content/examples';

interface Props {
  params: Promise<{ name: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => examples().map(({ name }) => ({ name }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, shows } = example((await params).name);
  return { title: `Example: ${title}`, description: `It shows ${shows}.` };
}

export default async function Page({ params }: Props) {
  return <ExamplePage example={example((await params).name)} />;
}
