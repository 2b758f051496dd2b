import { parseDockerfile } from './dockerfile/parse.ts';
import type { Dockerfile } from './dockerfile/types.ts';
import type { Project } from './types.ts';

const read = new WeakMap<Project, Dockerfile>();

/**
 * Reads the Dockerfile of a project, once for each project; one that is missing, or whose text is not known,
 * reads as empty.
 */
export function readProject(project: Project): Dockerfile {
  let dockerfile = read.get(project);
  if (!dockerfile) {
    const path = project.dockerfile ?? 'Dockerfile';
    const entry = project.files.get(path);
    const content = entry?.kind === 'file' ? (entry.content ?? '') : '';
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    dockerfile = parseDockerfile(text, {
      path,
      ...(project.buildArgs ? { buildArgs: project.buildArgs } : {}),
    });
    read.set(project, dockerfile);
  }
  return dockerfile;
}
