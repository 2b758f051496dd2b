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
    { kind: 'file', content },
  ]);
  const compose = editable.filter((path) => /(^|\/)(docker-)?compose[^/]*\.ya?ml$/.test(path));
  return {
    files: new Map(entries),
    contextKnown: true,
    dockerfile: 'Dockerfile' in files ? 'Dockerfile' : undefined,
    compose: compose.length > 0 ? compose : undefined,
    ...setup,
  };
}
