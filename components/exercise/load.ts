import type { Goal } from '@/checker/goals/goal.ts';
import { exercise } from '@/content/library';
import type { ExerciseData } from './data';

/** Reads an exercise at build time. @throws when there is none of this id. */
export async function loadExercise(id: string): Promise<ExerciseData> {
  const { files, starter, earlier, context, solutions, ...meta } = exercise(id);
  const { goals } = (await import(`@/content/exercises/${id}/goals.ts`)) as { goals: readonly Goal[] };
  return {
    id,
    title: meta.title,
    lesson: meta.lesson,
    minutes: meta.minutes,
    level: meta.level,
    editable: files,
    starter,
    earlier,
    context,
    solutions,
    goals: goals.map((goal) => ({ id: goal.id, sentence: goal.sentence, hint: goal.hint })),
  };
}
