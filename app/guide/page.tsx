import type { Metadata } from 'next';
import { Guide } from '@/components/guide/Guide';

export const metadata: Metadata = {
  title: 'Best practices',
  description:
    'What to do, why and how, on one page: images, layers, stages, packages, security, start and stop, Compose and Kubernetes.',
};

export default function GuidePage() {
  return <Guide />;
}
