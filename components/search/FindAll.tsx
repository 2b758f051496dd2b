import Link from 'next/link';
import { searchDocuments } from '@/content/search';
import type { SearchDocument } from './search';

const parts: readonly [SearchDocument['kind'], string][] = [
  ['lesson', 'Lessons'],
  ['exercise', 'Exercises'],
  ['practice', 'Practices'],
  ['rule', 'Rules'],
  ['example', 'Examples'],
];

/** All that the search finds, as lists: for whoever has no JavaScript, and for looking through. */
export async function FindAll() {
  const documents = await searchDocuments();
  return (
    <article>
      <header className="corrugated border-b border-line bg-sunken">
        <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
          <p className="stencil">Search</p>
          <h1 className="mt-3 text-[clamp(2.1rem,1.5rem+3vw,3.4rem)] leading-[1.05]">
            Everything in the guide
          </h1>
          <p className="mt-4 max-w-2xl text-lg text-soft">
            Press <kbd className="font-mono">/</kbd> or <kbd className="font-mono">Ctrl</kbd>+
            <kbd className="font-mono">K</kbd> on any page to search it. Here it all is as lists.
          </p>
        </div>
      </header>
      <div className="prose mx-auto max-w-6xl px-4 sm:px-6">
        {parts.map(([kind, heading]) => (
          <section key={kind} aria-labelledby={kind} className="wide">
            <h2 id={kind}>{heading}</h2>
            <ul className="sm:columns-2">
              {documents
                .filter((document) => document.kind === kind)
                .map(({ href, title, place }) => (
                  <li key={href} className="break-inside-avoid">
                    <Link href={href} prefetch={false}>
                      {title}
                    </Link>
                    <br />
                    <span className="text-sm text-soft">{place}</span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </article>
  );
}
