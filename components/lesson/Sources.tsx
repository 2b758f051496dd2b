import type { LessonMeta } from '@/content/library';

/** Where the facts of a lesson stand, with the day on which they were read. */
export function Sources({ sources }: { sources: LessonMeta['sources'] }) {
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources" className="mt-14 border-t-2 border-ink pt-4 text-[0.95rem]">
      <h2 id="sources" className="text-lg">
        Where the facts come from
      </h2>
      <ul className="mt-3 grid gap-1.5">
        {sources.map(({ title, url, read }) => (
          <li key={url}>
            <a className="link" href={url} rel="noreferrer">
              {title}
            </a>{' '}
            <span className="text-soft">(read {read})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
