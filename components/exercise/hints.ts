import type { GoalResult } from '@/checker/types.ts';
import type { GoalText } from './data';

/** The goals that are not reached, and the first of them whose hint was not asked for. */
export function nextHint(
  goals: readonly GoalText[],
  results: readonly GoalResult[] | null,
  asked: readonly string[],
): { open: readonly GoalText[]; next: GoalText | null } {
  const open = goals.filter(({ id }) => results?.find((result) => result.id === id)?.status !== 'pass');
  return { open, next: open.find(({ id }) => !asked.includes(id)) ?? null };
}
