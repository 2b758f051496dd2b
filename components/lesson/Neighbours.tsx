import Link from 'next/link';
import { type LessonMeta, lessons } from '@/content/library';

/** Previous and next lesson. */
export function Neighbours({ slug }: { slug: string }) {
  const all = lessons();
  const at = all.findIndex((each) => each.slug === slug);
  const previous = all[at - 1];
  const next = all[at + 1];
  return (
    <nav aria-label="Lessons" className="no-print mt-16 grid gap-4 sm:grid-cols-2">
      {previous ? <Way lesson={previous} label="Previous lesson" /> : <Home />}
      {next && <Way lesson={next} label="Next lesson" />}
      {!next && previous && <Home />}
    </nav>
  );
}

function Way({ lesson, label }: { lesson: LessonMeta; label: string }) {
  return (
    <Link
      href={`/lessons/${lesson.slug}/`}
      className="block rounded-sm border border-line bg-surface px-5 py-4 hover:border-ink"
    >
      <span className="stencil block">{label}</span>
      <span className="mt-1 block font-display text-lg font-bold leading-tight">{lesson.title}</span>
    </Link>
  );
}

function Home() {
  return (
    <Link
      href="/#course"
      className="block rounded-sm border border-line bg-surface px-5 py-4 hover:border-ink"
    >
      <span className="stencil block">Overview</span>
      <span className="mt-1 block font-display text-lg font-bold leading-tight">All lessons</span>
    </Link>
  );
}
