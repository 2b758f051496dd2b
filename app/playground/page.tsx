import type { Metadata } from 'next';
import { PlaygroundPage } from '@/components/playground/PlaygroundPage';

export const metadata: Metadata = {
  title: 'Playground',
  description:
    'Your own Dockerfile and Compose files, checked in your browser: problems, the build on paper, layers, and what the next edit rebuilds.',
};

export default function Page() {
  return <PlaygroundPage />;
}
