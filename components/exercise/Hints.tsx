import type { GoalResult } from '@/checker/types.ts';
import { InlineCode } from '../ui/InlineCode';
import type { GoalText } from './data';
import { nextHint } from './hints';

interface Props {
  goals: readonly GoalText[];
  results: readonly GoalResult[] | null;
  /** Ids of the goals whose hints were asked for. */
  asked: readonly string[];
  onAsk: () => void;
}

/** Hints for the goals that are still open, one at a time, in the order of the goals. */
export function Hints({ goals, results, asked, onAsk }: Props) {
  const { open, next } = nextHint(goals, results, asked);
  const shown = open.filter(({ id }) => asked.includes(id));
  return (
    <div className="hints">
      <button type="button" className="button" disabled={!next} onClick={onAsk}>
        {shown.length === 0 ? 'Show a hint' : 'Show another hint'}
      </button>
      <ul aria-label="Hints" aria-live="polite" className="hints-list">
        {shown.map((goal) => (
          <li key={goal.id}>
            <strong>{goal.sentence}</strong> <InlineCode text={goal.hint} />
          </li>
        ))}
      </ul>
    </div>
  );
}
