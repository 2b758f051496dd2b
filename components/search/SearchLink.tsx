'use client';

import Link from 'next/link';
import { lazy, type MouseEvent, Suspense, useCallback, useEffect, useState } from 'react';
import { useSearchKeys } from './useSearchKeys';
import './search.css';

const loadDialog = () => import('./SearchDialog');
const SearchDialog = lazy(loadDialog);

/**
 * Opens the search over the page. Without JavaScript, or in a tab of its own, it leads to the list of everything that
 * can be found.
 */
export function SearchLink({ documentsUrl }: { documentsUrl: string }) {
  const [open, setOpen] = useState(false);
  const show = useCallback(() => setOpen(true), []);
  useSearchKeys(show);
  usePreparedSearch(documentsUrl);

  return (
    <>
      <Link
        href="/search/"
        prefetch={false}
        className="search-link"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={(event) => {
          if (opensElsewhere(event)) return;
          event.preventDefault();
          show();
        }}
      >
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <circle cx="7.500" cy="7.500" r="5" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="m11.500 11.500 4.500 4.500" stroke="currentColor" strokeWidth="2.400" />
        </svg>
        Search
      </Link>
      {open && (
        <Suspense fallback={null}>
          <SearchDialog documentsUrl={documentsUrl} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const opensElsewhere = (event: MouseEvent) =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;

/** Loads the search while nothing else is to do, so that it opens at once, without a network too. */
function usePreparedSearch(documentsUrl: string): void {
  useEffect(() => {
    const prepare = async () => {
      const { prepareSearch } = await loadDialog();
      prepareSearch(documentsUrl);
    };
    // A failure shows, with a way to try again, when the search is opened.
    const quietly = () => void prepare().catch(() => {});
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(quietly, 2000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(quietly, { timeout: 5000 });
    return () => cancelIdleCallback(idle);
  }, [documentsUrl]);
}
