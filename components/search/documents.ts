import { createSearch, type Search, type SearchDocument } from './search';

let loading: Promise<Search> | null = null;

/**
 * Loads what the search finds, once a visit; after that the search needs no network. A load that failed is tried again
 * with the next call.
 *
 * @throws when the documents cannot be fetched.
 */
export function loadSearch(documentsUrl: string): Promise<Search> {
  loading ??= fetchSearch(documentsUrl).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function fetchSearch(url: string): Promise<Search> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return createSearch((await response.json()) as SearchDocument[]);
}
