import type { Files } from './data';

/** A learner's files as they are kept between visits. */
export interface KeptDraft {
  version: 1;
  files: Files;
}

export const draftKey = (exercise: string) => `guide:draft:${exercise}`;

/**
 * The files to go on with: what is kept of those that may be edited, the starter for the rest. An exercise may
 * have gained or lost files since the draft was written, and the draft may be damaged.
 */
export function resumeDraft(kept: unknown, starter: Files): Files {
  if (!isDraft(kept)) return starter;
  const mine = Object.entries(kept.files).filter(
    ([path, text]) => path in starter && typeof text === 'string',
  );
  return { ...starter, ...Object.fromEntries(mine) };
}

/** What to keep: nothing when the files are the starter. */
export function draftToKeep(files: Files, starter: Files): KeptDraft | null {
  return sameFiles(files, starter) ? null : { version: 1, files };
}

export const sameFiles = (one: Files, other: Files): boolean =>
  Object.keys({ ...one, ...other }).every((path) => one[path] === other[path]);

function isDraft(kept: unknown): kept is KeptDraft {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'files' in kept &&
    typeof kept.files === 'object' &&
    kept.files !== null
  );
}
