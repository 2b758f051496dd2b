import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { loadSearch } from './documents';
import { Hits, hitId } from './Hits';
import type { Search } from './search';

/** Loads what the search needs, ahead of its opening. */
export const prepareSearch = (documentsUrl: string): void => void loadSearch(documentsUrl).catch(() => {});

type State = { is: 'loading' } | { is: 'failed' } | { is: 'ready'; search: Search };

/** The search over the page: a field, and below it what is found, chosen with the arrow keys. */
export default function SearchDialog({
  documentsUrl,
  onClose,
}: {
  documentsUrl: string;
  onClose: () => void;
}) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const [state, retry] = useSearch(documentsUrl);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const hits = state.is === 'ready' ? state.search(query) : [];
  const chosen = hits[Math.min(at, hits.length - 1)];

  useEffect(() => dialog.current?.showModal(), []);

  const go = (href: string) => {
    dialog.current?.close();
    router.push(href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, hits.length - 1) + step + hits.length) % hits.length);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      go(chosen.document.href);
    }
  };

  return (
    <dialog
      ref={dialog}
      className="search"
      aria-label="Search"
      onClose={onClose}
      // A click beside the panel hits the dialog itself.
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <div className="search-panel">
        <div className="search-head">
          <input
            type="search"
            className="search-field"
            placeholder="A word, a rule, an error: DL3008, exit code 137"
            aria-label="Search the guide"
            role="combobox"
            aria-expanded={hits.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={chosen ? hitId(listId, hits.indexOf(chosen)) : undefined}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        <p role="status" className="search-status">
          {statusOf(state, query, hits.length)}{' '}
          {state.is === 'failed' && (
            <button type="button" className="link" onClick={retry}>
              Try again
            </button>
          )}
        </p>
        <Hits id={listId} hits={hits} chosen={chosen} onChoose={go} />
      </div>
    </dialog>
  );
}

function statusOf(state: State, query: string, count: number): string {
  if (state.is === 'loading') return 'Loading what can be found.';
  if (state.is === 'failed') return 'What can be found could not be loaded; the network may be gone.';
  if (query.trim() === '') return 'Lessons, exercises, practices, rules and examples.';
  if (count === 0) return `Nothing found for “${query.trim()}”. Try fewer words, or a shorter beginning.`;
  return count === 1 ? 'One place found.' : `${count} places found. Arrow keys choose, Enter opens.`;
}

function useSearch(documentsUrl: string): [State, () => void] {
  const [state, setState] = useState<State>({ is: 'loading' });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another load
  useEffect(() => {
    let wanted = true;
    setState({ is: 'loading' });
    loadSearch(documentsUrl).then(
      (search) => wanted && setState({ is: 'ready', search }),
      () => wanted && setState({ is: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  }, [documentsUrl, tries]);
  return [state, () => setTries(tries + 1)];
}
