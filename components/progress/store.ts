import { useMemo, useSyncExternalStore } from 'react';
import { keep, readKept, type StorageState } from '../exercise/storage';
import { type Entries, isObject, type Progress, progressOf } from './progress';
import { onlyCarried } from './progress-file';

const listeners = new Set<() => void>();
const nothing = '{}';

/** Everything kept of the guide; empty where the browser keeps nothing. */
export function keptEntries(): Entries {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith('guide:'));
    return onlyCarried(Object.fromEntries(keys.sort().map((key) => [key, readKept(key)])));
  } catch {
    return {};
  }
}

/**
 * Puts entries in the place of all that is kept, or beside it.
 * @returns how keeping went; what could be kept stays.
 */
export function keepEntries(entries: Entries, how: 'replace' | 'add'): StorageState {
  const present = keptEntries();
  let state: StorageState = 'kept';
  if (how === 'replace') for (const key of Object.keys(present)) if (!(key in entries)) keep(key, null);
  for (const [key, value] of Object.entries(entries)) {
    if (how === 'add' && isObject(present[key])) continue;
    const went = keep(key, value);
    if (went !== 'kept') state = went;
  }
  changed();
  return state;
}

/** Notes one entry and tells whoever shows progress. */
export function note(key: string, value: unknown): void {
  keep(key, value);
  changed();
}

/** Whether the browser keeps anything at all. */
export function storageWorks(): boolean {
  const went = keep('guide:probe', 1);
  keep('guide:probe', null);
  return went === 'kept';
}

/** The learner's progress, in step with other tabs; none while the page is being rendered. */
export function useProgress(): Progress {
  const text = useSyncExternalStore(
    subscribe,
    () => JSON.stringify(keptEntries()),
    () => nothing,
  );
  return useMemo(() => progressOf(JSON.parse(text)), [text]);
}

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}
