import { createContext, useContext, useEffect } from 'react';
import type { GoalResult } from '@/checker/types.ts';

/** Is told how the goals stand whenever that is known anew; null where nobody asks. */
export const ResultsListener = createContext<((results: readonly GoalResult[]) => void) | null>(null);

/** Tells whoever shows a workspace how its goals stand. */
export function useReportResults(results: readonly GoalResult[] | null): void {
  const listener = useContext(ResultsListener);
  useEffect(() => {
    if (listener && results) listener(results);
  }, [listener, results]);
}
