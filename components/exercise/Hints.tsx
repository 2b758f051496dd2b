import { useState } from 'react';
import type { GoalResult } from '@/checker/types.ts';
import type { GoalText } from './data';

/** Hints for the goals that are still open, one at a time, in the order of the goals. */
export function Hints({
  goals,
  results,
  shownAtStart,
}: {
  goals: readonly GoalText[];
  results: readonly GoalResult[] | null;
  /** How many are open at the start. */
  shownAtStart: number;
}) {
  const [asked, setAsked] = useState<readonly string[]>(() =>
    goals.slice(0, shownAtStart).map(({ id }) => id),
  );
  const open = goals.filter(({ id }) => results?.find((result) => result.id === id)?.status !== 'pass');
  const next = open.find(({ id }) => !asked.includes(id));
  const shown = open.filter(({ id }) => asked.includes(id));
  return (
    <div className="hints">
      <button
        type="button"
        className="button"
        disabled={!next}
        onClick={() => next && setAsked([...asked, next.id])}
      >
        {shown.length === 0 ? 'Show a hint' : 'Show another hint'}
      </button>
      <ul aria-label="Hints" aria-live="polite" className="hints-list">
        {shown.map((goal) => (
          <li key={goal.id}>
            <strong>{goal.sentence}</strong> {goal.hint}
          </li>
        ))}
      </ul>
    </div>
  );
}
