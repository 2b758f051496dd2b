import { useEffect, useRef, useState } from 'react';
import { CheckerClient, type CheckState } from './checker-client';
import type { ExerciseData, Files } from './data';

const createWorker = () => new Worker(new URL('./checker.worker.ts', import.meta.url), { type: 'module' });

/**
 * The checker's verdict on the files; each change of them asks again.
 * @param edited - the file whose edit a second build is predicted for.
 */
export function useVerdict(
  { id, context, editable }: ExerciseData,
  files: Files,
  edited: string | null,
): CheckState {
  const [state, setState] = useState<CheckState>({ is: 'waiting' });
  const client = useRef<CheckerClient | null>(null);

  useEffect(() => {
    const started = new CheckerClient(createWorker, setState);
    client.current = started;
    return () => started.stop();
  }, []);

  useEffect(() => {
    client.current?.check({ exercise: id, files: { ...context, ...files }, editable, edited });
  }, [id, context, editable, files, edited]);

  return state;
}
