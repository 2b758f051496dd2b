import type { Metadata } from 'next';
import { courseOutline } from '@/components/progress/outline';
import { ProgressPage } from '@/components/progress/ProgressPage';

export const metadata: Metadata = {
  title: 'Your progress',
  description: 'What you have read and solved, kept in this browser, and how to take it with you.',
};

export default function Page() {
  return (
    <div className="mx-auto max-w-4xl px-4 py-12 sm:px-6">
      <p className="stencil">In this browser alone</p>
      <h1 className="mt-2 text-4xl">Your progress</h1>
      <ProgressPage outline={courseOutline()} />
    </div>
  );
}
