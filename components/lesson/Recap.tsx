import type { ReactNode } from 'react';

/** What to take away, as a card at the end of a lesson. */
export function Recap({ children }: { children: ReactNode }) {
  return (
    <section aria-label="Recap" className="rounded-sm border-2 border-ink bg-surface px-6 py-5 [&>*+*]:mt-3">
      <p className="stencil">Recap</p>
      {children}
    </section>
  );
}
