import type { ReactNode } from 'react';

/** A question to answer before reading on; the answer is folded away, and there without JavaScript too. */
export function Predict({ question, children }: { question: string; children: ReactNode }) {
  return (
    <section aria-label={`Predict: ${question}`} className="rounded-sm border border-line bg-surface">
      <p className="rounded-t-sm bg-sunken px-5 py-3 font-semibold">
        <span className="stencil block">Predict first</span>
        {question}
      </p>
      <details className="px-5 py-3 [&>*+*]:mt-3">
        <summary className="font-semibold text-marine">Show what happens</summary>
        {children}
      </details>
    </section>
  );
}
