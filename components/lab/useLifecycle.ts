import { useEffect, useRef, useState } from 'react';
import type { LifecycleOptions, LifecycleView } from '@/checker/image/runtime/lifecycle.ts';
import type { Files } from '../exercise/data';
import type { LifecycleReply, LifecycleRequest } from './lifecycle-messages';

export type LifecycleState = { is: 'view'; view: LifecycleView } | { is: 'broken'; error: string };

/**
 * The life of a container of these files, worked out in a worker; the answer to the newest question counts.
 *
 * @param initial - what holds until the first answer.
 */
export function useLifecycle(
  files: Files,
  options: LifecycleOptions,
  initial: LifecycleView,
): LifecycleState {
  const [state, setState] = useState<LifecycleState>({ is: 'view', view: initial });
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);

  useEffect(() => {
    const own = new Worker(new URL('./lifecycle.worker.ts', import.meta.url), { type: 'module' });
    worker.current = own;
    own.onmessage = ({ data }: MessageEvent<LifecycleReply>) => {
      if (data.id !== asked.current) return;
      setState(data.is === 'view' ? data : { is: 'broken', error: data.error });
    };
    own.onerror = (event) =>
      setState({ is: 'broken', error: event.message || 'The worker could not be started.' });
    return () => own.terminate();
  }, []);

  useEffect(() => {
    asked.current++;
    worker.current?.postMessage({ id: asked.current, files, options } satisfies LifecycleRequest);
  }, [files, options]);

  return state;
}
