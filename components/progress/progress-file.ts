import { type Entries, isObject } from './progress';

/*
 * Progress as a file, to keep or to carry to another browser.
 * `{ format, version: 1, savedAt, entries: { "guide:result:<exercise>": {...}, ... } }`
 */

const format = 'cloud-native-containers-guide/progress';
const version = 1;
/** Largest file that is read, in characters; what a browser keeps for one site is less. */
const largest = 10_000_000;

/** What belongs to a learner's progress, and not to how this browser shows the guide. */
const carried = /^guide:(draft|result|read|quiz|place|before-link):[\w.-]+$|^guide:last$/;

export type ProgressFile = { is: 'progress'; entries: Entries } | { is: 'refused'; why: string };

export function progressFile(entries: Entries, savedAt: Date): string {
  return `${JSON.stringify({ format, version, savedAt: savedAt.toISOString(), entries: onlyCarried(entries) }, null, 2)}\n`;
}

export function readProgressFile(text: string): ProgressFile {
  if (text.length > largest) return refused('it is larger than progress can be');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return refused('it is not JSON, or a part of it is missing');
  }
  if (!isObject(file) || file.format !== format) return refused('it is not a progress file of this guide');
  if (typeof file.version !== 'number' || file.version > version)
    return refused('it was saved by a newer version of this guide; reload the page and try again');
  if (!isObject(file.entries)) return refused('a part of it is missing');
  return { is: 'progress', entries: onlyCarried(file.entries) };
}

export const onlyCarried = (entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([key, value]) => carried.test(key) && isObject(value)));

const refused = (reason: string): ProgressFile => ({
  is: 'refused',
  why: `This file cannot be read: ${reason}. Nothing was changed.`,
});
