import type { Goal } from '@/checker/goals/goal.ts';
import { check } from '@/checker/index.ts';
import type { ExerciseSetup } from '@/content/exercise-setup';
import { exerciseProject } from '@/content/exercise-setup';
import type { CheckReply, CheckRequest } from './checker-messages';

/** Runs the checker beside the page, so that typing never waits for it. */
addEventListener('message', async ({ data: request }: MessageEvent<CheckRequest>) => {
  const { id } = request;
  try {
    const { goals, setup } = (await import(`@/content/exercises/${request.exercise}/goals.ts`)) as {
      goals: readonly Goal[];
      setup?: ExerciseSetup;
    };
    reply({ id, is: 'started' });
    const project = exerciseProject(request.files, request.editable, setup);
    reply({ id, is: 'report', report: check(project, { goals }) });
  } catch (error) {
    reply({
      id,
      is: 'crash',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});

const reply = (message: CheckReply) => postMessage(message);
