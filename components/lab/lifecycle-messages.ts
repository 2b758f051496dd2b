import type { LifecycleOptions, LifecycleView } from '@/checker/image/runtime/lifecycle.ts';
import type { Files } from '../exercise/data';

/** A container to start and stop on paper. */
export interface LifecycleRequest {
  id: number;
  files: Files;
  options: LifecycleOptions;
}

export type LifecycleReply =
  | { id: number; is: 'view'; view: LifecycleView }
  | { id: number; is: 'crash'; error: string };
