import { parseDockerfile } from '../dockerfile/parse.ts';
import { build } from '../image/build.ts';
import type { ContextEntry, Project } from '../types.ts';
import type { ImageBuild } from './images.ts';
import type { ImageContents } from './rules/rule.ts';

/**
 * What the images of a project's services hold, through the virtual build. It stands apart from `images.ts`
 * because it brings the whole virtual build with it.
 *
 * @returns undefined for an image whose build certainly fails: what it would hold says nothing then.
 */
export function contentsOf(project: Project): (input: ImageBuild) => ImageContents | undefined {
  return ({ dockerfile, path, context, target, buildArgs }) => {
    const files = context === '' ? project.files : below(project.files, context);
    const file = parseDockerfile(dockerfile, { path, buildArgs });
    const result = build(file, {
      files,
      contextKnown: project.contextKnown,
      buildArgs,
      ...(target !== undefined && { target }),
    });
    return result.failure ? undefined : result.image?.end;
  };
}

/** Files below a directory, by their paths from there. */
function below(files: Project['files'], directory: string): ReadonlyMap<string, ContextEntry> {
  const found = new Map<string, ContextEntry>();
  for (const [path, entry] of files) {
    if (path.startsWith(`${directory}/`)) found.set(path.slice(directory.length + 1), entry);
  }
  return found;
}

/** Text of a file of a project; undefined where it is not there or its content is not known. */
export function textReader(project: Project): (path: string) => string | undefined {
  return (path) => {
    const entry = project.files.get(path);
    if (entry?.kind !== 'file' || entry.content === undefined) return undefined;
    return typeof entry.content === 'string' ? entry.content : new TextDecoder().decode(entry.content);
  };
}
