'use client';

import Link from 'next/link';
import { type Outline, resumeAt } from './progress';
import { useProgress } from './store';

/** The way into the course: its start, or where the reader stopped. */
export function GoOn({ outline }: { outline: Outline }) {
  const next = resumeAt(outline, useProgress());
  const first = outline.lessons[0];
  if (!first) return null;
  return (
    <p className="mt-8 flex flex-wrap gap-3">
      {next && (
        <Link className="button button-strong px-5 text-base" href={next.path}>
          Go on with: {next.title}
        </Link>
      )}
      <Link
        className={`button px-5 text-base ${next ? '' : 'button-strong'}`}
        href={`/lessons/${first.slug}/`}
      >
        {next ? 'Start again from the first lesson' : 'Start reading'}
      </Link>
    </p>
  );
}
