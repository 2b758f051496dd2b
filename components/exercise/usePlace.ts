import { useState } from 'react';
import { keep, readKept } from './storage';

/** Where a learner is in an exercise. */
export interface WorkPlace {
  /** The file that is open; null for the first. */
  open: string | null;
  /** Ids of goals whose hints were asked for. */
  hints: readonly string[];
}

/** A place as it was kept, without what is damaged. */
export function readPlace(kept: unknown): WorkPlace {
  const { open, hints } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  return {
    open: typeof open === 'string' ? open : null,
    hints: Array.isArray(hints) ? hints.filter((id) => typeof id === 'string') : [],
  };
}

/** Where the learner was on the last visit, and how to note where he or she is now. */
export function usePlace(exercise: string): [WorkPlace, (change: Partial<WorkPlace>) => void] {
  const key = `guide:place:${exercise}`;
  const [place, setPlace] = useState(() => readPlace(readKept(key)));
  const note = (change: Partial<WorkPlace>) => {
    const now = { ...place, ...change };
    setPlace(now);
    keep(key, { version: 1, ...now });
  };
  return [place, note];
}
