import { Fragment } from 'react';

/** Plain text in which `backticks` stand for code. */
export function Inline({ text }: { text: string }) {
  return text.split('`').map((part, at) =>
    // Parts have no identity but their place; every other one stood between backticks.
    at % 2 === 1 ? <code key={at}>{part}</code> : <Fragment key={at}>{part}</Fragment>,
  );
}
