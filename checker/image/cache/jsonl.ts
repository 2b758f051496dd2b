import { contextEntries, projectFromJsonLine } from '../../project.ts';
import type { ContextEntry, Project } from '../../types.ts';
import { type BuildRun, predict } from './predict.ts';

export interface PredictedRun {
  steps: { name: string; cached: boolean }[];
  error: string | null;
}

/** When files without a time were last changed, in seconds: all at the same moment, as a checkout leaves them. */
const SAME_TIME = 1700000000;

/**
 * Answers `--predict`: a cold build of the line's project, and a second one after its `edit`, which replaces
 * whole what it names. Without an edit the same is built again.
 * @throws Error with one clear line that names the field that is wrong.
 */
export function predictLine(input: object): { first: PredictedRun; second: PredictedRun } {
  const edit = 'edit' in input ? input.edit : undefined;
  if (edit !== undefined && edit !== null && (typeof edit !== 'object' || Array.isArray(edit))) {
    throw new Error('"edit" must be an object');
  }
  const { first, second } = predict(projectOfLine(input), projectOfLine({ ...input, ...edit }));
  return { first: runOf(first), second: runOf(second) };
}

/** The project of a line. A file without a mode or a time is taken to have the usual one. */
export function projectOfLine(input: object): Project {
  const project = projectFromJsonLine(input);
  const given = 'context' in input ? contextEntries(input.context) : [];
  const files = new Map(project.files);
  for (const [path, entry] of given) if (!isWritten(path, input)) files.set(path, withDefaults(entry));
  // As with `docker build`: a secret that is not given is not there.
  return { ...project, files, secrets: project.secrets ?? {} };
}

/** Whether the line gives the file by a field of its own. */
function isWritten(path: string, input: object): boolean {
  return path === 'Dockerfile' || (path === '.dockerignore' && 'dockerignore' in input);
}

function withDefaults(entry: ContextEntry): ContextEntry {
  if (entry.kind === 'symlink') return entry;
  const mode = entry.kind === 'dir' ? 0o755 : 0o644;
  return { ...entry, mode: entry.mode ?? mode, mtime: entry.mtime ?? SAME_TIME };
}

function runOf({ steps, error }: BuildRun): PredictedRun {
  return { steps: steps.map(({ name, cached }) => ({ name, cached })), error };
}
