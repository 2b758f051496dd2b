import { Fragment } from 'react';
import { highlight, languageOf } from '../code/highlight.mjs';

/** A file, coloured at build time: what stands in the editor's place until there is an editor. */
export async function Source({ path, text }: { path: string; text: string }) {
  const lines = await highlight(text.replace(/\n$/, ''), languageOf(path));
  return (
    <pre className="source" role="group" aria-label={path} tabIndex={0}>
      <code>
        {lines.map((tokens, at) => (
          // Lines have no identity but their place.
          <Fragment key={at}>
            <span className="line">
              {tokens.map(({ text, kind }, token) => (
                <span key={token} className={kind ? `tok-${kind}` : undefined}>
                  {text}
                </span>
              ))}
            </span>
            {'\n'}
          </Fragment>
        ))}
      </code>
    </pre>
  );
}
