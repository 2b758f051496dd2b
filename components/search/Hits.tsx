import { useEffect } from 'react';
import type { Hit, Run, SearchDocument } from './search';

const kinds: Record<SearchDocument['kind'], string> = {
  lesson: 'Lesson',
  exercise: 'Exercise',
  practice: 'Practice',
  rule: 'Rule',
  example: 'Example',
};

interface Props {
  id: string;
  hits: readonly Hit[];
  chosen: Hit | undefined;
  onChoose: (href: string) => void;
}

/** What was found, as the list of a combobox: the focus stays in the field. */
export function Hits({ id, hits, chosen, onChoose }: Props) {
  const at = chosen ? hits.indexOf(chosen) : -1;
  useEffect(() => {
    if (at >= 0) document.getElementById(hitId(id, at))?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  return (
    <div id={id} role="listbox" aria-label="Found" className="search-hits">
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys for the whole list
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen option
        <div
          key={hit.document.href}
          id={hitId(id, index)}
          role="option"
          aria-selected={index === at}
          className="search-hit"
          onClick={() => onChoose(hit.document.href)}
        >
          <p className="stencil">
            {kinds[hit.document.kind]} · {hit.document.place}
          </p>
          <p className="search-title">
            <Marked runs={hit.title} />
          </p>
          <p className="search-excerpt">
            <Marked runs={hit.excerpt} />
          </p>
        </div>
      ))}
    </div>
  );
}

export const hitId = (listId: string, at: number) => `${listId}-${at}`;

function Marked({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text));
}
