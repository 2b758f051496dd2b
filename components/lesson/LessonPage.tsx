import Link from 'next/link';
import { Visit } from '@/components/progress/Visit';
import { exercisesOf, lesson, lessons } from '@/content/library';
import { Contents, type Heading } from './Contents';
import { Neighbours } from './Neighbours';
import { Sources } from './Sources';

/** A whole lesson: title, what it promises, contents, text, sources, and the way on. */
export async function LessonPage({ slug }: { slug: string }) {
  const { default: Text, headings } = (await import(`@/content/lessons/${slug}.mdx`)) as {
    default: () => React.ReactNode;
    headings: Heading[];
  };
  const meta = lesson(slug);
  const exercises = exercisesOf(slug);
  const practice = exercises.reduce((sum, each) => sum + each.minutes, 0);
  return (
    <article>
      <header className="corrugated border-b border-line bg-sunken">
        <div className="mx-auto max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
          <p className="stencil">
            Lesson {String(meta.number).padStart(2, '0')} of {String(lessons().length).padStart(2, '0')} ·
            read {meta.minutes} min
            {practice > 0 && ` · practise ${practice} min`}
          </p>
          <h1 className="mt-3 text-[clamp(2.1rem,1.5rem+3vw,3.4rem)] leading-[1.05]">{meta.title}</h1>
          <p className="mt-4 max-w-2xl text-lg text-soft">{meta.summary}</p>
          <div className="mt-7 max-w-2xl border-l-4 border-rust bg-surface px-5 py-4">
            <h2 className="text-base">After this lesson you can</h2>
            <ul className="mt-2 list-[square] pl-5 marker:text-rust">
              {meta.outcomes.map((outcome) => (
                <li key={outcome}>{outcome}</li>
              ))}
            </ul>
          </div>
        </div>
      </header>
      <div className="mx-auto grid max-w-6xl gap-x-12 px-4 sm:px-6 lg:grid-cols-[minmax(0,1fr)_15rem]">
        <div className="lg:order-2">
          <Contents headings={headings} />
        </div>
        <div className="min-w-0 pt-8">
          <div className="prose">
            <Text />
          </div>
          <Visit path={`/lessons/${slug}/`} title={meta.title} lesson={slug} />
          <Sources sources={meta.sources} />
          <p className="no-print mt-6 text-[0.95rem]">
            <Link className="link" href={`/print/${slug}/`} prefetch={false}>
              This lesson for paper
            </Link>
          </p>
          <Neighbours slug={slug} />
        </div>
      </div>
    </article>
  );
}
