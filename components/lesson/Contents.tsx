export interface Heading {
  id: string;
  depth: number;
  text: string;
}

/** Table of contents: at hand in the margin where there is room, folded above the text where there is none. */
export function Contents({ headings }: { headings: Heading[] }) {
  const list = (
    <ol className="mt-2 grid gap-1 border-l border-line text-[0.95rem] leading-snug">
      {headings.map(({ id, depth, text }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            className={`-ml-px block border-l-2 border-transparent py-1 text-soft hover:border-rust hover:text-ink ${depth > 2 ? 'pl-7' : 'pl-4'}`}
          >
            {text}
          </a>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <details className="no-print mt-6 rounded-sm border border-line bg-surface px-4 py-3 lg:hidden">
        <summary className="font-semibold">In this lesson</summary>
        <nav aria-label="In this lesson">{list}</nav>
      </details>
      <nav
        aria-label="In this lesson"
        className="no-print sticky top-6 hidden max-h-[calc(100vh-3rem)] overflow-y-auto pt-12 lg:block"
      >
        <p className="stencil">In this lesson</p>
        {list}
      </nav>
    </>
  );
}
