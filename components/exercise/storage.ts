/** How the last attempt to keep something went. */
export type StorageState = 'kept' | 'full' | 'forbidden';

/** What is kept under a key; null when there is nothing, nothing readable, or no storage. */
export function readKept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a value under a key, or forgets the key when the value is null. */
export function keep(key: string, value: unknown): StorageState {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return 'kept';
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
  }
}
