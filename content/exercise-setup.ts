import type { Project } from '@/checker/types.ts';

/** What an exercise's build runs with, apart from its files; `setup` in its `goals.ts`. */
export type ExerciseSetup = Partial<Omit<Project, 'files' | 'contextKnown'>>;
