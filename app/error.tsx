'use client';

/** What stands in place of a page whose code has failed. Drafts lie in storage and are not touched by it. */
export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <div className="mx-auto max-w-6xl px-4 py-16 sm:px-6" role="alert">
      <p className="stencil">Exited (1)</p>
      <h1 className="mt-3 text-4xl">This page has failed</h1>
      <p className="mt-4 max-w-prose text-soft">
        The fault is the guide’s, not yours. What you wrote in exercises is kept in this browser. Try the page
        once more, or load it anew; if it fails again, this line helps whoever mends it:
      </p>
      <pre className="mt-4 overflow-x-auto border border-line bg-surface p-4 font-mono text-sm">
        {error.name}: {error.message}
      </pre>
      <div className="mt-6 flex flex-wrap gap-3">
        <button type="button" className="button button-strong" onClick={reset}>
          Try again
        </button>
        <button type="button" className="button" onClick={() => location.reload()}>
          Load the page anew
        </button>
      </div>
    </div>
  );
}
