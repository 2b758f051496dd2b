import type { Dockerfile, Refusal } from '../dockerfile/types.ts';
import type { Diagnostic, Project, Verdict } from '../types.ts';

/** What an exercise asks for: true of every file that is right, whatever it looks like. */
export interface Goal<Facts = GoalFacts> {
  /** Kebab-case, unique in its exercise and stable: progress is kept by it. */
  id: string;
  /** What must be true. */
  sentence: string;
  /** A pointer to what is wrong and where to look, not the answer. */
  hint: string;
  /** Why it matters where containers run in earnest, in a sentence or two. */
  why?: string;
  check(facts: Facts): Verdict;
}

/** What a goal may look at. */
export interface GoalFacts {
  project: Project;
  dockerfile: Dockerfile;
  diagnostics: readonly Diagnostic[];
  /** Why `docker build` would not even begin. */
  refusal: Refusal | null;
}

/** Whether something holds of a project: yes, no with the line to blame, or not known. */
export type GoalCheck = (facts: GoalFacts) => Verdict;
