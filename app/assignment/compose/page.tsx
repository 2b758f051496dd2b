import type { Metadata } from 'next';
import { ComposeAssignment } from '@/components/assignment/ComposeAssignment';
import { courseOutline } from '@/components/progress/outline';

export const metadata: Metadata = {
  title: 'Put an assignment together',
  description: 'Choose exercises and get a link for your learners. Nothing is stored anywhere.',
};

export default function Page() {
  return (
    <div className="mx-auto max-w-4xl px-4 py-12 sm:px-6">
      <p className="stencil">For instructors</p>
      <h1 className="mt-2 text-4xl">Put an assignment together</h1>
      <p className="mt-4 max-w-2xl text-lg text-soft">
        An assignment is a link: it lists the exercises, and your learners see how far they are. Nothing is
        stored anywhere, so keep the link.
      </p>
      <ComposeAssignment outline={courseOutline()} />
    </div>
  );
}
