'use client';

import { useState } from 'react';

/** Puts a text on the clipboard and says whether that went well. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [went, setWent] = useState<'well' | 'wrong' | null>(null);
  const copy = () =>
    copyText(text).then(
      () => setWent('well'),
      () => setWent('wrong'),
    );
  return (
    <>
      <button type="button" className="button" onClick={copy}>
        {label}
      </button>
      <span role="status" className="copy-state">
        {went === 'well' && 'Copied.'}
        {went === 'wrong' && 'The browser does not allow it. Select the text and copy it yourself.'}
      </span>
    </>
  );
}

/** Rejects where the browser does not allow it, or has no clipboard, as on a page without HTTPS. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
