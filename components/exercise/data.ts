import type { Files, Level, Solution } from '@/content/library';

/** Everything that the browser needs to know about an exercise, fixed at build time. */
export interface ExerciseData {
  id: string;
  title: string;
  lesson: string;
  minutes: number;
  level: Level;
  /** Paths that the learner may edit; the first one is open at the start. */
  editable: string[];
  starter: Files;
  /** Starters of earlier versions, for links that were made then. */
  earlier: Files[];
  /** The application's own files, read-only. */
  context: Files;
  solutions: Solution[];
  goals: GoalText[];
  /** How the files are built or run elsewhere: commands of a shell, in order. */
  commands: string[];
  /** What comes after it in the course; null at the end. */
  next: { title: string; path: string } | null;
}

export interface GoalText {
  id: string;
  /** What must be true, as a sentence. */
  sentence: string;
  /** A pointer to what is wrong and where to look. */
  hint: string;
  /** Why it matters; null where only the lesson says it. */
  why: string | null;
}

export type { Files, Level, Solution };
