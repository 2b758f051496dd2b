import type { Goal } from '@/checker/goals/goal.ts';
import type { ExerciseSetup } from '@/content/exercise-setup';
import { exercise } from '@/content/library';
import { courseOutline } from '../progress/outline';
import { nextAfter } from '../progress/progress';
import { commandsFor } from './commands-elsewhere';
import type { ExerciseData } from './data';

/** Reads an exercise at build time. @throws when there is none of this id. */
export async function loadExercise(id: string): Promise<ExerciseData> {
  const { files, starter, earlier, context, solutions, ...meta } = exercise(id);
  const { goals, setup } = (await import(`@/content/exercises/${id}/goals.ts`)) as {
    goals: readonly Goal[];
    setup?: ExerciseSetup;
  };
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
    goals: goals.map(({ id, sentence, hint, why = null }) => ({ id, sentence, hint, why })),
    commands: commandsFor(id, { ...context, ...starter }, files, setup),
    next: nextAfter(id, courseOutline()),
  };
}
