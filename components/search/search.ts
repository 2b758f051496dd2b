import MiniSearch, { type SearchResult } from 'minisearch';

/** One place of the site that can be found. */
export interface SearchDocument {
  /** Address within the site, base path left out. */
  href: string;
  kind: 'lesson' | 'exercise' | 'practice' | 'rule' | 'example';
  title: string;
  /** What it belongs to, as people know it. */
  place: string;
  text: string;
}

/** A run of text, marked where it is what was asked for. */
export interface Run {
  text: string;
  marked: boolean;
}

export interface Hit {
  document: SearchDocument;
  title: Run[];
  /** The part of the text where the words stand. */
  excerpt: Run[];
}

export type Search = (query: string) => Hit[];

/** How many hits are shown: what lies further down is found by one more word. */
const most = 20;

/**
 * Makes the search over these documents. A document must hold every word of a query, begun or slightly misspelt; where
 * none does, those with any of the words are found.
 */
export function createSearch(documents: readonly SearchDocument[]): Search {
  const index = new MiniSearch<SearchDocument & { id: number }>({
    fields: ['title', 'place', 'text'],
    searchOptions: {
      boost: { title: 4, place: 1.5 },
      boostDocument: (id) => (documents[id as number]?.kind === 'lesson' ? 1.3 : 1),
      prefix: true,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(documents.map((document, id) => ({ ...document, id })));
  return (query) => {
    const strict = index.search(query, { combineWith: 'AND' });
    const found = strict.length > 0 ? strict : index.search(query);
    return found.slice(0, most).map((result) => hitOf(documents[result.id] as SearchDocument, result));
  };
}

function hitOf(document: SearchDocument, { terms }: SearchResult): Hit {
  return {
    document,
    title: mark(document.title, terms),
    excerpt: mark(excerpt(document.text, terms), terms),
  };
}

/** The text as runs, the given words (lower case) marked. */
export function mark(text: string, words: readonly string[]): Run[] {
  if (words.length === 0) return [{ text, marked: false }];
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(escapeForPattern);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${longestFirst.join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((part, at) => ({ text: part, marked: at % 2 === 1 }))
    .filter((run) => run.text !== '');
}

/** About 140 characters around the first of the words, cut between words. */
export function excerpt(text: string, words: readonly string[]): string {
  const length = 140;
  if (text.length <= length) return text;
  const lower = text.toLowerCase();
  const places = words.map((word) => lower.indexOf(word)).filter((at) => at >= 0);
  const first = Math.max(0, Math.min(...places, text.length) - 40);
  const wanted = places.length === 0 ? 0 : first;
  const start = wanted === 0 ? 0 : text.indexOf(' ', wanted) + 1;
  const end = text.lastIndexOf(' ', start + length);
  const whole = start + length >= text.length;
  const cut = text.slice(start, whole || end <= start ? start + length : end);
  return `${start > 0 ? '… ' : ''}${cut}${whole ? '' : ' …'}`;
}

const escapeForPattern = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
