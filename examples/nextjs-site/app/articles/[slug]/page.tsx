import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { allArticles, findArticle, longDate } from '../../../lib/articles.ts';

interface Props {
  params: Promise<{ slug: string }>;
}

/** Every article is made when the image is built; the container only hands it out. */
export function generateStaticParams() {
  return allArticles().map(({ slug }) => ({ slug }));
}

export const dynamicParams = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findArticle((await params).slug)?.title };
}

export default async function ArticlePage({ params }: Props) {
  const article = findArticle((await params).slug);
  if (!article) notFound();
  return (
    <article>
      <h1>{article.title}</h1>
      <time dateTime={article.date}>{longDate(article.date)}</time>
      {article.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <Link href="/">All notes</Link>
    </article>
  );
}
