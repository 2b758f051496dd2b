/** How keeping went. */
export type StorageState = 'kept' | 'full' | 'forbidden';

/** What stands under a key. */
export type Kept = { is: 'nothing' } | { is: 'value'; value: unknown } | { is: 'damaged'; text: string };

/** Keys whose last change could not be kept, and why. */
const unkept = new Map<string, Exclude<StorageState, 'kept'>>();
const listeners = new Set<() => void>();

export function readStorage(key: string): Kept {
  let text: string | null = null;
  try {
    text = localStorage.getItem(key);
    return text === null ? { is: 'nothing' } : { is: 'value', value: JSON.parse(text) };
  } catch {
    return text === null ? { is: 'nothing' } : { is: 'damaged', text };
  }
}

/** What is kept under a key; null when there is nothing, nothing readable, or no storage. */
export function readKept(key: string): unknown {
  const kept = readStorage(key);
  return kept.is === 'value' ? kept.value : null;
}

/** Keeps a value under a key, or forgets the key when the value is null. */
export function keep(key: string, value: unknown): StorageState {
  const before = storageState();
  const state = tryToKeep(key, value);
  if (state === 'kept') unkept.delete(key);
  else unkept.set(key, state);
  if (storageState() !== before) for (const listener of listeners) listener();
  return state;
}

/** Whether everything of this page is kept, and if not, why. */
export function storageState(): StorageState {
  const states = [...unkept.values()];
  return states.includes('forbidden') ? 'forbidden' : (states[0] ?? 'kept');
}

/** Calls back whenever `storageState` changes. */
export function followStorageState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tryToKeep(key: string, value: unknown): StorageState {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return 'kept';
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
  }
}
