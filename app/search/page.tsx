import type { Metadata } from 'next';
import { FindAll } from '@/components/search/FindAll';

export const metadata: Metadata = {
  title: 'Everything in the guide',
  description: 'All lessons by section, all exercises, practices, rules and examples, on one page.',
};

export default function SearchPage() {
  return <FindAll />;
}
