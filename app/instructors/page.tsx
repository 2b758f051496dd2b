import type { Metadata } from 'next';
import { InstructorsPage } from '@/components/assignment/InstructorsPage';

export const metadata: Metadata = {
  title: 'For instructors',
  description: 'Links, assignments, results, frames and paper: how to teach with this guide.',
};

export default function Page() {
  return <InstructorsPage />;
}
