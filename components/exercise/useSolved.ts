import { useEffect, useState } from 'react';
import { keep, readKept } from './storage';

/** When an exercise was first solved, as it is kept between visits. */
interface KeptResult {
  version: 1;
  solvedAt: string;
}

export const resultKey = (exercise: string) => `guide:result:${exercise}`;

/** Whether the exercise has ever been solved here; it stays so when the draft changes afterwards. */
export function useSolved(exercise: string, allGoalsReached: boolean): boolean {
  const [solved, setSolved] = useState(() => readKept(resultKey(exercise)) !== null);
  useEffect(() => {
    if (!allGoalsReached || solved) return;
    keep(resultKey(exercise), { version: 1, solvedAt: new Date().toISOString() } satisfies KeptResult);
    setSolved(true);
  }, [exercise, allGoalsReached, solved]);
  return solved;
}
