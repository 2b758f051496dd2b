import type { GoalResult } from '@/checker/types.ts';
import type { GoalText } from './data';

/** The first goal that is not reached, and the others in their order; no next one before the first verdict. */
export function nextFirst(goals: readonly GoalText[], results: readonly GoalResult[] | null) {
  const open = (id: string) =>
    results?.some((result) => result.id === id && result.status === 'fail') ?? false;
  const next = goals.find(({ id }) => open(id)) ?? null;
  return { next, rest: goals.filter((goal) => goal !== next) };
}

/** The verdict in a sentence or two, to be read aloud. */
export function goalsSummary(goals: readonly GoalText[], results: readonly GoalResult[]): string {
  const reached = results.filter(({ status }) => status === 'pass').length;
  if (reached === goals.length) return `All ${goals.length} goals reached. Well done.`;
  const unknown = results.filter(({ status }) => status === 'error').length;
  const { next } = nextFirst(goals, results);
  return [
    `${reached} of ${goals.length} goals reached.`,
    ...(unknown > 0 ? [`${unknown} could not be checked.`] : []),
    ...(next ? [`Next: ${next.sentence}`] : []),
  ].join(' ');
}
