import type { Metadata } from 'next';
import Link from 'next/link';
import { lessons } from '@/content/library';

export const metadata: Metadata = { title: 'No such page' };

export default function NotFound() {
  return (
    <div className="mx-auto max-w-6xl px-4 py-16 sm:px-6">
      <p className="stencil">404 · manifest unknown</p>
      <h1 className="mt-3 text-4xl">There is no page at this address</h1>
      <p className="mt-4 max-w-prose text-soft">
        A registry answers in the same way when an image has no such tag. These lessons exist:
      </p>
      <ul className="mt-6 grid gap-2">
        {lessons().map((lesson) => (
          <li key={lesson.slug}>
            <Link className="link" href={`/lessons/${lesson.slug}/`}>
              {lesson.title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
