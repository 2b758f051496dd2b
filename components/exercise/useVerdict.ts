import { useEffect, useRef, useState } from 'react';
import { CheckerClient, type CheckState } from './checker-client';
import type { ExerciseData, Files } from './data';

const createWorker = () => new Worker(new URL('./checker.worker.ts', import.meta.url), { type: 'module' });

/** The checker's verdict on the files; each change of them asks again. */
export function useVerdict({ id, context, editable }: ExerciseData, files: Files): CheckState {
  const [state, setState] = useState<CheckState>({ is: 'waiting' });
  const client = useRef<CheckerClient | null>(null);

  useEffect(() => {
    const started = new CheckerClient(createWorker, setState);
    client.current = started;
    return () => started.stop();
  }, []);

  useEffect(() => {
    client.current?.check({ exercise: id, files: { ...context, ...files }, editable });
  }, [id, context, editable, files]);

  return state;
}
