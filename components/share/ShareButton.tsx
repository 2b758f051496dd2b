import { lazy, Suspense } from 'react';
import { DialogButton } from './DialogButton';
import type { ShareProps } from './ShareForm';

// With the packing of files, which nobody needs who does not share.
const ShareForm = lazy(() => import('./ShareForm'));

/** Makes links to an exercise: as it is, with the learner's files, with an instructor's wishes. */
export function ShareButton(props: ShareProps) {
  return (
    <DialogButton label="Share" title="Share this exercise">
      {() => (
        <Suspense fallback={<p className="dialog-body">A moment.</p>}>
          <ShareForm {...props} />
        </Suspense>
      )}
    </DialogButton>
  );
}
