import type { Verdict } from '../types.ts';

/** What an exercise asks for: true of every file that is right, whatever it looks like. */
export interface Goal<Facts = GoalFacts> {
  /** Kebab-case, unique in its exercise and stable: progress is kept by it. */
  id: string;
  /** What must be true. */
  sentence: string;
  /** A pointer to what is wrong and where to look, not the answer. */
  hint: string;
  check(facts: Facts): Verdict;
}

// biome-ignore lint/suspicious/noExplicitAny: replaced by the goal vocabulary
export type GoalFacts = any;
