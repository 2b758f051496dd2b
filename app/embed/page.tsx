import type { Metadata } from 'next';
import { EmbedGuide } from '@/components/embed/EmbedGuide';

export const metadata: Metadata = {
  title: 'Exercises in your own page',
  description:
    'How to show an exercise in a frame of your own page, and hear from it how the learner is doing.',
};

export default function Page() {
  return <EmbedGuide />;
}
