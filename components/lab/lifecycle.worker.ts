import { lifecycleView } from '@/checker/image/runtime/lifecycle.ts';
import { exerciseProject } from '@/content/exercise-setup';
import type { LifecycleReply, LifecycleRequest } from './lifecycle-messages';

/** Starts and stops the container beside the page, so that typing never waits for it. */
addEventListener('message', ({ data: { id, files, options } }: MessageEvent<LifecycleRequest>) => {
  try {
    reply({ id, is: 'view', view: lifecycleView(exerciseProject(files, Object.keys(files)), options) });
  } catch (error) {
    reply({ id, is: 'crash', error: error instanceof Error ? error.message : String(error) });
  }
});

const reply = (message: LifecycleReply) => postMessage(message);
