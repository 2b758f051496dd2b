import Link from 'next/link';
import { course } from '@/content/course';
import { lesson, lessons } from '@/content/library';
import { PrintButton } from './PrintButton';
import { PrintLesson } from './PrintLesson';
import './print.css';

/** What can be printed: the course, or one lesson by its slug. */
export const printables: readonly string[] = ['course', ...course];

export const printTitle = (what: string) =>
  what === 'course' ? 'Cloud Native Development with Containers' : lesson(what).title;

/** A lesson or the whole course as plain text, exercises included, for paper. */
export function PrintPage({ what, solutions }: { what: string; solutions: boolean }) {
  const slugs = what === 'course' ? course : [what];
  const plain = `/print/${what}/`;
  return (
    <div className="print-page mx-auto max-w-3xl px-4 py-8 sm:px-6">
      <nav aria-label="Printing" className="no-print print-tools">
        <PrintButton />
        <Link className="button" href={solutions ? plain : `${plain}solutions/`}>
          {solutions ? 'Without solutions' : 'With solutions'}
        </Link>
        <Link className="button" href="/print/">
          Print something else
        </Link>
      </nav>
      {what === 'course' && (
        <section className="print-cover">
          <p className="stencil">An interactive guide, on paper</p>
          <p className="print-title">{printTitle(what)}</p>
          <ol aria-label="Lessons">
            {lessons().map(({ slug, title, minutes }) => (
              <li key={slug}>
                <a href={`#lesson-${slug}`}>{title}</a> <span className="text-soft">{minutes} min</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {slugs.map((slug) => (
        <PrintLesson key={slug} slug={slug} solutions={solutions} />
      ))}
    </div>
  );
}
