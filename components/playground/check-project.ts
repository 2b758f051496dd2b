import type { ContextEntry, Diagnostic, Project } from '@/checker/types.ts';
import { entryOf } from '@/content/exercise-setup';
import type { Files } from '../exercise/data';
import type { BuildSettings } from './project';

/** What the checker judges of a reader's own files: the build sees its context, Compose the whole project. */
export interface OwnProjects {
  build: Project;
  compose: Project;
  /** The path of a file as the build knows it. */
  inside: (path: string) => string;
  /** Gives a place in the build's context its path in the project. */
  placed: (diagnostic: Diagnostic) => Diagnostic;
}

export function ownProjects(files: Files, settings: BuildSettings): OwnProjects {
  const { contextKnown, dockerfile, context, target, buildArgs, compose, sizes } = settings;
  const all = new Map<string, ContextEntry>([
    ...Object.entries(files).map(([path, text]): [string, ContextEntry] => [path, entryOf(path, text)]),
    ...Object.entries(sizes).map(([path, size]): [string, ContextEntry] => [path, { kind: 'file', size }]),
  ]);
  const prefix = context === '' ? '' : `${context}/`;
  const inside = (path: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : path);
  const within = ([path]: [string, ContextEntry]) => path.startsWith(prefix);
  return {
    inside,
    build: {
      files:
        prefix === '' ? all : new Map([...all].filter(within).map(([path, entry]) => [inside(path), entry])),
      contextKnown,
      dockerfile: dockerfile === undefined ? undefined : inside(dockerfile),
      // Compose files alone, or nothing yet: then there is no Dockerfile to object to.
      ...(dockerfile === undefined && { compose: [] }),
      buildArgs,
      ...(target !== '' && { target }),
    },
    compose: { files: all, contextKnown, compose },
    placed: (diagnostic) => ({
      ...diagnostic,
      file: prefix + diagnostic.file,
      ...(diagnostic.fix && {
        fix: {
          ...diagnostic.fix,
          edits: diagnostic.fix.edits.map((edit) => ({ ...edit, file: prefix + edit.file })),
        },
      }),
    }),
  };
}
