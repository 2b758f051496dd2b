import type { Dockerfile } from '../../dockerfile/types.ts';
import type { ContextEntry, Project } from '../../types.ts';
import { type BuildRun, predict } from './predict.ts';

/** A change to a project, as an exercise or a button describes it. What is not named stays as it is. */
export interface ProjectEdit {
  /** Files by path: text to write, or null to delete. */
  files?: Readonly<Record<string, string | null>>;
  buildArgs?: Readonly<Record<string, string>>;
  target?: string;
}

/** The project after the edit; a written file keeps its mode, and nobody knows when it was changed. */
export function applyEdit(project: Project, edit: ProjectEdit): Project {
  const files = new Map<string, ContextEntry>(project.files);
  for (const [path, content] of Object.entries(edit.files ?? {})) {
    const there = files.get(path);
    if (content === null) files.delete(path);
    else if (there?.kind === 'file' && there.mode !== undefined)
      files.set(path, { kind: 'file', content, mode: there.mode });
    else files.set(path, { kind: 'file', content });
  }
  return {
    ...project,
    files,
    ...(edit.buildArgs && { buildArgs: { ...project.buildArgs, ...edit.buildArgs } }),
    ...(edit.target !== undefined && { target: edit.target }),
  };
}

/**
 * What a second build does after an edit, with the instruction, the line and the reason of every step.
 * @param dockerfile - the project's, where it was read before: then its virtual build is not repeated.
 * When the project does not build before the edit, nothing can be said of what it keeps: `first.error` says why.
 */
export function rebuilds(
  project: Project,
  edit: ProjectEdit,
  dockerfile?: Dockerfile,
): { first: BuildRun; second: BuildRun } {
  return predict(project, applyEdit(project, edit), dockerfile && { dockerfile });
}
