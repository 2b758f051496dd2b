'use client';

import { useSyncExternalStore } from 'react';
import { followStorageState, type StorageState, storageState } from '../exercise/storage';

const words: Record<StorageState, string | null> = {
  kept: null,
  full: 'This browser’s storage is full: what you do here works, but it is gone when you close the page.',
  forbidden:
    'This browser does not let the guide keep anything: what you do here works, but it is gone when you close the page.',
};

/** Says on any page, as soon as something could not be kept, that it could not. */
export function StorageNotice() {
  const state = useSyncExternalStore(followStorageState, storageState, () => 'kept' as const);
  return (
    // Part of an exercise that fills the window does not push it out of reach.
    <div role="alert" data-stays-in-reach className="storage-notice no-print">
      {words[state] && <p>{words[state]} In an exercise, download or copy what you want to keep.</p>}
    </div>
  );
}
