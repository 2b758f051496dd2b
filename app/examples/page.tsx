import type { Metadata } from 'next';
import { ExampleIndex } from '@/components/examples/ExampleIndex';

export const metadata: Metadata = {
  title: 'Examples',
  description:
    'Small applications that run, each with a Dockerfile, Compose files and a Kubernetes manifest to copy.',
};

export default function ExamplesPage() {
  return <ExampleIndex />;
}
