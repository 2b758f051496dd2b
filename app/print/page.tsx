import type { Metadata } from 'next';
import Link from 'next/link';
import { printables, printTitle } from '@/components/print/PrintPage';

export const metadata: Metadata = {
  title: 'Print',
  description: 'The course, or one lesson of it, for paper: with or without the solutions.',
};

export default function Page() {
  return (
    <div className="mx-auto max-w-3xl px-4 py-12 sm:px-6">
      <p className="stencil">On paper</p>
      <h1 className="mt-2 text-4xl">Print</h1>
      <p className="mt-4 text-lg text-soft">
        Each lesson as plain text, with the exercises in it; with their solutions and the answers to the
        questions, or without.
      </p>
      <ul className="mt-6 grid gap-3">
        {printables.map((what) => (
          <li key={what}>
            <Link className="link" href={`/print/${what}/`} prefetch={false}>
              {what === 'course' ? 'The whole course' : printTitle(what)}
            </Link>{' '}
            <span className="text-soft">
              or{' '}
              <Link className="link" href={`/print/${what}/solutions/`} prefetch={false}>
                with solutions<span className="sr-only">: {printTitle(what)}</span>
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
