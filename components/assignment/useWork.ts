import { useEffect, useState } from 'react';
import type { Files } from '../exercise/data';
import { draftKey, resumeDraft, sameFiles } from '../exercise/draft';
import { readKept } from '../exercise/storage';
import { resultKey } from '../exercise/useSolved';
import { Judge, type JudgedExercise, type Judgement, loadJudged } from '../results/judge';

/** One exercise of an assignment, as far as it is known by now. */
export type Work =
  | { is: 'loading'; id: string }
  | { is: 'missing'; id: string }
  | {
      is: 'there';
      id: string;
      exercise: JudgedExercise;
      files: Files;
      /** Nothing has been changed yet. */
      untouched: boolean;
      solvedAt: string | null;
      judgement: Judgement | null;
    };

/** The learner's own drafts of these exercises, judged; read anew when they change elsewhere. */
export function useWork(ids: readonly string[]): Work[] {
  const [work, setWork] = useState<Work[]>([]);
  const [read, setRead] = useState(0);

  useEffect(() => {
    const again = () => setRead((count) => count + 1);
    // From another tab, and when the learner comes back to a page that the browser had kept.
    addEventListener('storage', again);
    addEventListener('pageshow', again);
    return () => {
      removeEventListener('storage', again);
      removeEventListener('pageshow', again);
    };
  }, []);

  // Another reading of the same list is asked for by its number.
  const asked = `${read} ${ids.join(' ')}`;
  useEffect(() => {
    const judge = new Judge();
    let wanted = true;
    const put = (one: Work) =>
      wanted && setWork((before) => before.map((each) => (each.id === one.id ? one : each)));
    const wantedIds = asked.split(' ').slice(1).filter(Boolean);
    setWork((before) =>
      wantedIds.map((id) => before.find((each) => each.id === id) ?? { is: 'loading', id }),
    );
    for (const id of wantedIds)
      loadJudged(id).then(async (exercise) => {
        if (!exercise) return put({ is: 'missing', id });
        const there = ownWork(exercise);
        put(there);
        put({ ...there, judgement: await judge.judge(exercise, there.files) });
      });
    return () => {
      wanted = false;
      judge.stop();
    };
  }, [asked]);

  return work;
}

function ownWork(exercise: JudgedExercise): Extract<Work, { is: 'there' }> {
  const { id, starter } = exercise;
  const files = resumeDraft(readKept(draftKey(id)), starter);
  const result = readKept(resultKey(id)) as { solvedAt?: unknown } | null;
  return {
    is: 'there',
    id,
    exercise,
    files,
    untouched: sameFiles(files, starter),
    solvedAt: typeof result?.solvedAt === 'string' ? result.solvedAt : null,
    judgement: null,
  };
}
