import { useEffect, useRef, useState } from 'react';
import { CheckerClient, type CheckInput, type CheckState } from './checker-client';
import { createWorker } from './create-worker';

/** The checker's verdict on the files; each change of them, by identity, asks again. */
export function useVerdict({ exercise, setup, files, editable, edited, own }: CheckInput): CheckState {
  const [state, setState] = useState<CheckState>({ is: 'waiting' });
  const client = useRef<CheckerClient | null>(null);

  useEffect(() => {
    const started = new CheckerClient(createWorker, setState);
    client.current = started;
    return () => started.stop();
  }, []);

  useEffect(() => {
    client.current?.check({ exercise, setup, files, editable, edited, own });
  }, [exercise, setup, files, editable, edited, own]);

  return state;
}
