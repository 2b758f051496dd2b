import type { GoalResult, Verdict } from '../types.ts';
import type { Goal, GoalFacts } from './goal.ts';

/** Judges every goal; one that throws is the checker's own failure, and the others are judged all the same. */
export function judgeGoals(goals: readonly Goal[], facts: GoalFacts): GoalResult[] {
  return goals.map((goal) => judgeGoal(goal, facts));
}

function judgeGoal(goal: Goal, facts: GoalFacts): GoalResult {
  try {
    return toResult(goal, goal.check(facts), facts.project.dockerfile ?? 'Dockerfile');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id: goal.id, status: 'error', message: `The checker failed on this goal: ${message}` };
  }
}

/** What is not known does not pass, and is said to be not known rather than wrong. */
function toResult(goal: Goal, verdict: Verdict, dockerfile: string): GoalResult {
  if (verdict.is === 'yes') return { id: goal.id, status: 'pass', message: goal.sentence };
  const message = verdict.is === 'no' ? verdict.because : `The checker cannot tell: ${verdict.because}`;
  const result: GoalResult = { id: goal.id, status: 'fail', message };
  // A line that is named without a file is one of the Dockerfile.
  if (verdict.file ?? verdict.range) result.file = verdict.file ?? dockerfile;
  if (verdict.range) result.range = verdict.range;
  return result;
}
