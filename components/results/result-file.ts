import type { GoalResult } from '@/checker/types.ts';
import type { Files } from '../exercise/data';

/*
 * What a learner hands in: a JSON file, documented in docs/linking.md. It is no proof: anybody can write such a file,
 * and what counts is what the instructor's page finds in the files.
 */

const format = 'cloud-native-containers-guide/result';
const version = 1;
/** Largest file that is read, in characters. */
const largest = 1_000_000;
const mostExercises = 200;

export interface HandedIn {
  /** ISO 8601. */
  savedAt: string;
  name: string;
  assignment: string;
  exercises: HandedInExercise[];
}

export interface HandedInExercise {
  id: string;
  files: Files;
  /** Goals that the learner's page found reached, by id: a claim. */
  reached: string[];
  /** How many goals there were. */
  total: number;
  /** When it was first solved, as the learner's browser says; null for never. */
  solvedAt: string | null;
}

export type ResultFile = { is: 'result'; result: HandedIn } | { is: 'refused'; why: string };

export const resultFile = (result: HandedIn): string =>
  `${JSON.stringify({ format, version, ...result }, null, 2)}\n`;

/** Reads what was handed in; everything in it is somebody else's word. */
export function readResultFile(text: string): ResultFile {
  if (text.length > largest) return refused('it is larger than a result file can be');
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return refused('it is not JSON, or a part of it is missing');
  }
  if (!isRecord(file)) return refused('it is no result file of this guide');
  if (file.format === 'cloud-native-containers-guide/progress')
    return refused('it is a progress file; a result file is saved on the page of the assignment');
  if (file.format !== format) return refused('it is no result file of this guide');
  if (typeof file.version !== 'number' || file.version > version)
    return refused('it was saved by a newer version of this guide; reload the page and try again');
  const { savedAt, name, assignment, exercises } = file;
  if (!Array.isArray(exercises) || exercises.length > mostExercises || !exercises.every(isExercise))
    return refused('its list of exercises is damaged');
  return {
    is: 'result',
    result: {
      savedAt: shortText(savedAt),
      name: shortText(name) || 'without a name',
      assignment: shortText(assignment),
      exercises: exercises.map(({ id, files, reached, total, solvedAt }) => ({
        id,
        files,
        reached,
        total,
        solvedAt: typeof solvedAt === 'string' ? shortText(solvedAt) : null,
      })),
    },
  };
}

const refused = (reason: string): ResultFile => ({ is: 'refused', why: `It cannot be read: ${reason}.` });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const shortText = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 200) : '');

function isExercise(value: unknown): value is HandedInExercise {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    /^[a-z0-9-]{1,100}$/.test(value.id) &&
    isRecord(value.files) &&
    Object.values(value.files).every((text) => typeof text === 'string') &&
    Array.isArray(value.reached) &&
    value.reached.every((id) => typeof id === 'string') &&
    Number.isInteger(value.total)
  );
}

export const reachedIn = (results: readonly GoalResult[]): string[] =>
  results.filter(({ status }) => status === 'pass').map(({ id }) => id);
