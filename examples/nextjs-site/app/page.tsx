import Link from 'next/link';
import { allArticles, longDate, readingMinutes } from '../lib/articles.ts';

export default function Home() {
  return (
    <>
      <h1>Field notes</h1>
      <ul>
        {allArticles().map((article) => (
          <li key={article.slug}>
            <Link href={`/articles/${article.slug}`}>{article.title}</Link>{' '}
            <time dateTime={article.date}>{longDate(article.date)}</time>,{' '}
            <span className="minutes">{readingMinutes(article)} min</span>
          </li>
        ))}
      </ul>
    </>
  );
}
