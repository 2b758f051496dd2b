import Link from 'next/link';
import { DoneMark } from '@/components/progress/DoneMark';
import { exercisesOf, lessons } from '@/content/library';

/** Every lesson with its exercises, in order. */
export function CourseMap() {
  return (
    <ol className="mt-8 grid gap-4">
      {lessons().map((lesson) => (
        <li
          key={lesson.slug}
          className="grid gap-x-8 border-t-2 border-ink pt-5 pb-6 md:grid-cols-[4rem_minmax(0,1fr)_20rem]"
        >
          <p className="font-mono text-2xl font-bold text-rust" aria-hidden="true">
            {String(lesson.number).padStart(2, '0')}
          </p>
          <div>
            <h3 className="text-xl">
              <Link className="hover:underline" href={`/lessons/${lesson.slug}/`}>
                {lesson.title}
              </Link>
            </h3>
            <p className="mt-2 max-w-xl text-soft">{lesson.summary}</p>
            <p className="stencil mt-3">
              {lesson.minutes} min to read <DoneMark kind="lesson" id={lesson.slug} />
            </p>
          </div>
          <Exercises of={lesson.slug} />
        </li>
      ))}
    </ol>
  );
}

function Exercises({ of }: { of: string }) {
  const exercises = exercisesOf(of);
  if (exercises.length === 0) return null;
  return (
    <div className="max-md:mt-4">
      <p className="stencil">Exercises</p>
      <ul className="mt-1 grid gap-1">
        {exercises.map((each) => (
          <li key={each.id} className="flex justify-between gap-4">
            <Link className="link" href={`/exercises/${each.id}/`}>
              {each.title}
            </Link>
            <span className="shrink-0 text-soft">
              <DoneMark kind="exercise" id={each.id} /> {each.minutes} min
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
