import type { ContextEntry, Project } from '@/checker/types.ts';

/** What an exercise's build runs with, apart from its files; `setup` in its `goals.ts`. */
export type ExerciseSetup = Partial<Omit<Project, 'files' | 'contextKnown'>>;

/**
 * The project that the checker judges.
 *
 * @param files - every file of the project: the application's own, and the learner's over them.
 * @param editable - paths that the learner may edit; Compose files among them are merged in this order.
 */
export function exerciseProject(
  files: Readonly<Record<string, string>>,
  editable: readonly string[],
  setup: ExerciseSetup = {},
): Project {
  const entries = Object.entries(files).map(([path, content]): [string, ContextEntry] => [
    path,
    entryOf(path, content),
  ]);
  const compose = composeFilesOf(editable);
  return {
    files: new Map(entries),
    contextKnown: true,
    dockerfile: 'Dockerfile' in files ? 'Dockerfile' : undefined,
    compose: compose.length > 0 ? compose : undefined,
    ...setup,
  };
}

/** The Compose files among some paths, in their order. */
export const composeFilesOf = (paths: readonly string[]): string[] =>
  paths.filter((path) => /(^|\/)(docker-)?compose[^/]*\.ya?ml$/.test(path));

const lastEntries = new Map<string, Extract<ContextEntry, { kind: 'file' }>>();

/** The same entry for the same text: the build on paper works out each file once, not with every keystroke. */
export function entryOf(path: string, content: string): ContextEntry {
  const known = lastEntries.get(path);
  if (known?.content === content) return known;
  // As a checkout leaves it. A script may be marked as a program or not; nothing is claimed about that.
  const entry = { kind: 'file' as const, content, ...(content.startsWith('#!') ? {} : { mode: 0o644 }) };
  lastEntries.set(path, entry);
  return entry;
}
