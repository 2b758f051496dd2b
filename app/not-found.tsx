import type { Metadata } from 'next';
import Link from 'next/link';
import { lessons } from '@/content/library';

export const metadata: Metadata = { title: 'No such page' };

const places = [
  ['/search/', 'Everything in the guide', 'all lessons, exercises, practices, rules and examples as lists'],
  ['/guide/', 'Best practices', 'what to do and why, on one page'],
  ['/playground/', 'Playground', 'your own files, checked here'],
  ['/progress/', 'Your progress', 'where you were'],
] as const;

export default function NotFound() {
  return (
    <div className="mx-auto max-w-6xl px-4 py-16 sm:px-6">
      <p className="stencil">404 · manifest unknown</p>
      <h1 className="mt-3 text-4xl">There is no page at this address</h1>
      <p className="mt-4 max-w-prose text-soft">
        A registry answers in the same way when an image has no such tag. Check the address for a slip, press{' '}
        <kbd className="font-mono">/</kbd> to search, or go on from here. Your drafts and your progress are
        untouched.
      </p>
      <div className="mt-10 grid gap-10 md:grid-cols-2">
        <section aria-labelledby="places">
          <h2 id="places" className="text-xl">
            Ways on
          </h2>
          <ul className="mt-4 grid gap-3">
            {places.map(([href, name, about]) => (
              <li key={href}>
                <Link className="link" href={href}>
                  {name}
                </Link>
                <br />
                <span className="text-soft">{about}</span>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="lessons">
          <h2 id="lessons" className="text-xl">
            Lessons
          </h2>
          <ol className="mt-4 grid list-decimal gap-2 pl-6 marker:text-soft">
            {lessons().map((lesson) => (
              <li key={lesson.slug}>
                <Link className="link" href={`/lessons/${lesson.slug}/`}>
                  {lesson.title}
                </Link>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </div>
  );
}
