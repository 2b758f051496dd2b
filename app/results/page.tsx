import type { Metadata } from 'next';
import { courseOutline } from '@/components/progress/outline';
import { Results } from '@/components/results/Results';

export const metadata: Metadata = {
  title: 'Results of a class',
  description:
    'Drop the result files of your learners and see the class as a grid, checked again in your browser.',
};

export default function Page() {
  const exercises = courseOutline().lessons.flatMap((lesson) =>
    lesson.exercises.map(({ id, title }) => ({ id, title })),
  );
  return (
    <div className="mx-auto max-w-[90rem] px-4 py-12 sm:px-6">
      <p className="stencil">For instructors</p>
      <h1 className="mt-2 text-4xl">Results of a class</h1>
      <p className="mt-4 mb-6 max-w-3xl text-lg text-soft">
        Drop the result files that your learners handed in. What a file claims is only compared: the checker
        judges the files in it again, here in your browser. Nothing is sent anywhere, and nothing is kept when
        you close the page.
      </p>
      <Results exercises={exercises} />
      <noscript>
        <p className="mt-4">The checker runs in your browser, so this page needs JavaScript.</p>
      </noscript>
    </div>
  );
}
