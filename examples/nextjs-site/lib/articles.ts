/** The site's articles, newest first. */

export interface Article {
  slug: string;
  title: string;
  /** Year, month and day: 2026-11-02. */
  date: string;
  paragraphs: readonly string[];
}

const articles: readonly Article[] = [
  {
    slug: 'frost',
    title: 'The first frost',
    date: '2026-11-02',
    paragraphs: [
      'It came in the night of All Souls, earlier than last year and later than the year before.',
      'The dahlias were black by breakfast. The leeks had not noticed, and the medlars, which nobody can eat before a frost, were at last worth picking.',
    ],
  },
  {
    slug: 'swifts',
    title: 'The swifts have gone',
    date: '2026-08-04',
    paragraphs: [
      'One evening there were thirty of them over the church, screaming, and the next there were none.',
      'They do not gather on wires or talk about it as swallows do. They were here for ninety days, and they will not touch the ground until they are back.',
    ],
  },
  {
    slug: 'apple-blossom',
    title: 'Apple blossom',
    date: '2026-04-19',
    paragraphs: ['Four days of it, if the wind is kind. This year it was, and the bees did not waste an hour.'],
  },
];

export function allArticles(): readonly Article[] {
  return articles;
}

export function findArticle(slug: string): Article | undefined {
  return articles.find((article) => article.slug === slug);
}

const wordsPerMinute = 200;

/** How long the article takes to read, in whole minutes, at least one. */
export function readingMinutes(article: Article): number {
  const words = article.paragraphs.join(' ').split(/\s+/).filter(Boolean).length;
  return Math.max(1, Math.ceil(words / wordsPerMinute));
}

/** The date as English readers write it: 2 November 2026. The same on every machine, whatever its time zone. */
export function longDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
