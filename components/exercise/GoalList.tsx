import type { GoalResult } from '@/checker/types.ts';
import { InlineCode } from '../ui/InlineCode';
import type { GoalText } from './data';

const words = { pass: 'reached', fail: 'not yet', error: 'could not be checked', waiting: 'being checked' };

/** What must be true, and what is so far; the count is announced when it changes. */
export function GoalList({
  goals,
  results,
}: {
  goals: readonly GoalText[];
  results: readonly GoalResult[] | null;
}) {
  const resultOf = (id: string) => results?.find((result) => result.id === id);
  return (
    <>
      <p role="status" className="goals-summary">
        {results ? summary(goals, results) : 'The checker is reading your files.'}
      </p>
      <ul className="goals" aria-label="Goals">
        {goals.map((goal) => {
          const result = resultOf(goal.id);
          const status = result?.status ?? 'waiting';
          return (
            <li key={goal.id} className="goal" data-status={status}>
              <span className="goal-mark" aria-hidden="true" />
              <span>
                {goal.sentence} <span className="sr-only">({words[status]})</span>
                {result && status !== 'pass' && (
                  <span className="goal-because">
                    <InlineCode text={result.message} />
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function summary(goals: readonly GoalText[], results: readonly GoalResult[]): string {
  const reached = results.filter(({ status }) => status === 'pass').length;
  if (reached === goals.length) return `All ${goals.length} goals reached. Well done.`;
  const next = results.find(({ status }) => status !== 'pass');
  const sentence = goals.find(({ id }) => id === next?.id)?.sentence;
  return `${reached} of ${goals.length} goals reached.${sentence ? ` Next: ${sentence}` : ''}`;
}
