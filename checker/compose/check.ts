import type { Project } from '../types.ts';
import { contentsOf, textReader } from './contents.ts';
import { type ComposeFacts, composeFacts } from './goals.ts';
import { imagesOf } from './images.ts';
import { type ComposeReport, type JudgeOptions, judgeCompose } from './judge.ts';

/**
 * Judges the Compose files of a project together with the Dockerfiles that they build.
 *
 * @returns null when the project names no Compose file, or none of them is there.
 */
export function checkCompose(project: Project, options: JudgeOptions = {}): ComposeReport | null {
  const files = composeFiles(project);
  return files.length === 0 ? null : judgeCompose(files, withProject(project, options));
}

/** What goals look at: the Compose files of a project, in merge order. */
export function projectFacts(project: Project, options: JudgeOptions = {}): ComposeFacts {
  return composeFacts(composeFiles(project), withProject(project, options));
}

function composeFiles(project: Project): { path: string; text: string }[] {
  const read = textReader(project);
  return (project.compose ?? []).flatMap((path) => {
    const text = read(path);
    return text === undefined ? [] : [{ path, text }];
  });
}

function withProject(project: Project, options: JudgeOptions): JudgeOptions {
  const readFile = textReader(project);
  return { readFile, image: imagesOf(readFile, contentsOf(project)), ...options };
}
