import type { Metadata } from 'next';
import { RuleReference } from '@/components/rules/RuleReference';
import { rulePage, rulePages } from '@/content/rules';

interface Props {
  params: Promise<{ rule: string }>;
}

export const dynamicParams = false;

export function generateStaticParams() {
  return rulePages().map(({ name }) => ({ rule: name }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, why } = rulePage((await params).rule);
  return { title, description: why };
}

export default async function RulePage({ params }: Props) {
  return <RuleReference rule={rulePage((await params).rule)} />;
}
