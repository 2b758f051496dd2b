import Link from 'next/link';
import type { GoalResult } from '@/checker/types.ts';
import { InlineCode } from '../ui/InlineCode';
import type { GoalText } from './data';
import type { Place } from './Editor';
import { goalsSummary, nextFirst } from './goals';

const words = { pass: 'reached', fail: 'not yet', error: 'could not be checked', waiting: 'being checked' };

interface Props {
  goals: readonly GoalText[];
  /** Null until the first verdict. */
  results: readonly GoalResult[] | null;
  /** What to say while there is no verdict. */
  waiting: string;
  /** Slug of the lesson that tells why. */
  lesson: string;
  onGoTo: (place: Place) => void;
}

/**
 * What must be true, and what is so far: the first goal that is not reached stands first, with what is wrong, where,
 * and why it matters. The count is announced when it changes.
 */
export function GoalList({ goals, results, waiting, lesson, onGoTo }: Props) {
  const { next, rest } = nextFirst(goals, results);
  const resultOf = (id: string) => results?.find((result) => result.id === id);
  return (
    <>
      <p role="status" className="goals-summary">
        {results ? goalsSummary(goals, results) : waiting}
      </p>
      <ul className="goals" aria-label="Goals">
        {next && (
          <GoalItem key={next.id} goal={next} result={resultOf(next.id)} isNext>
            <NextStep goal={next} result={resultOf(next.id)} lesson={lesson} onGoTo={onGoTo} />
          </GoalItem>
        )}
        {rest.map((goal) => (
          <GoalItem key={goal.id} goal={goal} result={resultOf(goal.id)} />
        ))}
      </ul>
    </>
  );
}

function GoalItem({
  goal,
  result,
  isNext = false,
  children,
}: {
  goal: GoalText;
  result: GoalResult | undefined;
  isNext?: boolean;
  children?: React.ReactNode;
}) {
  const status = result?.status ?? 'waiting';
  return (
    <li className="goal" data-status={status} aria-current={isNext ? 'step' : undefined}>
      <span className="goal-mark" aria-hidden="true" />
      <div>
        {goal.sentence} <span className="sr-only">({words[status]})</span>
        {result && status !== 'pass' && (
          <span className="goal-because">
            {status === 'error' && 'The checker itself failed here; your files are not to blame. '}
            <InlineCode text={result.message} />
          </span>
        )}
        {children}
      </div>
    </li>
  );
}

/** Where to look, and why it matters. */
function NextStep({
  goal,
  result,
  lesson,
  onGoTo,
}: {
  goal: GoalText;
  result: GoalResult | undefined;
  lesson: string;
  onGoTo: (place: Place) => void;
}) {
  const { file, range } = result ?? {};
  return (
    <>
      {file && range && (
        <button
          type="button"
          className="goal-place link"
          onClick={() => onGoTo({ file, line: range.startLine, column: range.startColumn })}
        >
          Go to {file}, line {range.startLine}
        </button>
      )}
      <p className="goal-why">
        {goal.why === null ? (
          <>
            Why it matters: see{' '}
            <Link className="link" href={`/lessons/${lesson}/`} prefetch={false}>
              the lesson
            </Link>
            .
          </>
        ) : (
          <>
            Why it matters: <InlineCode text={goal.why} />
          </>
        )}
      </p>
    </>
  );
}
