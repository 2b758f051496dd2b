import type { Files } from './data';

/**
 * A learner's files as they are kept between visits. Version 1 held all that may be edited; since version 2 only
 * those that differ from the starter, so that a starter that is mended later reaches those who never touched it.
 */
export interface KeptDraft {
  version: 1 | 2;
  files: Files;
}

export const draftKey = (exercise: string) => `guide:draft:${exercise}`;

/**
 * The files to go on with: what is kept of those that may be edited, the starter for the rest. An exercise may
 * have gained or lost files since the draft was written, and the draft may be damaged.
 *
 * @param earlier - starters that were published before, by which a draft of version 1 shows what was not touched.
 */
export function resumeDraft(kept: unknown, starter: Files, earlier: readonly Files[] = []): Files {
  if (!isDraft(kept)) return starter;
  const untouched = (path: string, text: unknown) =>
    kept.version === 1 && earlier.some((files) => files[path] === text);
  const mine = Object.entries(kept.files).filter(
    ([path, text]) => path in starter && typeof text === 'string' && !untouched(path, text),
  );
  return { ...starter, ...Object.fromEntries(mine) };
}

/** What to keep: nothing when the files are the starter. */
export function draftToKeep(files: Files, starter: Files): KeptDraft | null {
  const mine = Object.entries(files).filter(([path, text]) => starter[path] !== text);
  return mine.length === 0 ? null : { version: 2, files: Object.fromEntries(mine) };
}

export const sameFiles = (one: Files, other: Files): boolean =>
  Object.keys({ ...one, ...other }).every((path) => one[path] === other[path]);

/** Whether it is a draft that this version of the guide can read. */
export function isDraft(kept: unknown): kept is KeptDraft {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'version' in kept &&
    (kept.version === 1 || kept.version === 2) &&
    'files' in kept &&
    typeof kept.files === 'object' &&
    kept.files !== null
  );
}
