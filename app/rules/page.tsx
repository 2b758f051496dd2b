import type { Metadata } from 'next';
import { RuleIndex } from '@/components/rules/RuleIndex';

export const metadata: Metadata = {
  title: 'Rules',
  description: 'Every rule that the checker knows, with its reasons, examples and twins in other tools.',
};

export default function RulesPage() {
  return <RuleIndex />;
}
