import type { Metadata } from 'next';
import { AssignmentView } from '@/components/assignment/AssignmentView';

export const metadata: Metadata = {
  title: 'Assignment',
  description: 'A list of exercises from your instructor, how far you are, and the file to hand in.',
};

export default function Page() {
  return (
    <div className="mx-auto max-w-4xl px-4 py-12 sm:px-6">
      <p className="stencil">From your instructor</p>
      <AssignmentView />
      <noscript>
        <p className="mt-4">The list stands in the address, and showing it needs JavaScript.</p>
      </noscript>
    </div>
  );
}
