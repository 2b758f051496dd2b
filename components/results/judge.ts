import type { GoalResult } from '@/checker/types.ts';
import { CheckerClient, type CheckState } from '../exercise/checker-client';
import { createWorker } from '../exercise/create-worker';
import type { ExerciseData, Files } from '../exercise/data';
import { siteUrl } from '../share/site';

/** What it takes to judge an exercise; made at build time for each. */
export type JudgedExercise = Pick<
  ExerciseData,
  'id' | 'title' | 'editable' | 'starter' | 'context' | 'goals'
>;

/** How an exercise's goals stand, or why nobody can say: then it is not the learner's fault. */
export type Judgement = { is: 'judged'; results: readonly GoalResult[] } | { is: 'broken'; error: string };

/** Judges files one after the other, by the same checker in the same worker as an exercise does. */
export class Judge {
  private answer: (state: CheckState) => void = () => {};
  private last: Promise<unknown> = Promise.resolve();
  private readonly client = new CheckerClient(createWorker, (state) => this.answer(state));

  /** @param files - the learner's; those that may not be edited are the guide's own, whatever is handed in. */
  judge({ id, editable, starter, context }: JudgedExercise, files: Files): Promise<Judgement> {
    const own = Object.fromEntries(editable.map((path) => [path, files[path] ?? starter[path] ?? '']));
    const judged = this.last.then(
      () =>
        new Promise<CheckState>((resolve) => {
          this.answer = resolve;
          this.client.check({ exercise: id, files: { ...context, ...own }, editable, edited: null });
        }),
    );
    this.last = judged;
    return judged.then(judgementOf);
  }

  stop(): void {
    this.client.stop();
  }
}

function judgementOf(state: CheckState): Judgement {
  if (state.is === 'checked') return { is: 'judged', results: state.verdict.report.goals };
  return { is: 'broken', error: state.is === 'broken' ? state.error : 'There was no verdict.' };
}

const loading = new Map<string, Promise<JudgedExercise | null>>();

/** An exercise by its id; null when the guide has none, or it cannot be loaded. */
export function loadJudged(id: string): Promise<JudgedExercise | null> {
  const known = loading.get(id);
  if (known) return known;
  const asked = fetch(siteUrl(`/exercise-data/${id}.json`)).then(
    (answer) => (answer.ok ? (answer.json() as Promise<JudgedExercise>) : null),
    () => {
      // Perhaps only the network was away.
      loading.delete(id);
      return null;
    },
  );
  loading.set(id, asked);
  return asked;
}
