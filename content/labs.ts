import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type ExerciseSetup, exerciseProject } from './exercise-setup';
import { type Files, files, folders } from './library';

const root = join(process.cwd(), 'content', 'labs');

/**
 * A small project to build on paper in a lesson: `content/labs/<id>/lab.yaml`, and its files in `files/`.
 * For the browser: plain data.
 */
export interface Lab {
  id: string;
  title: string;
  /** Paths that the reader may edit; the first one is open at the start. The Dockerfile alone by default. */
  editable: string[];
  files: Files;
  /** What the build runs with apart from its files: `outcomes`, `buildArgs`, `target`, `secrets`. */
  setup: ExerciseSetup;
}

/** What `lab.yaml` promises of the files as they are, held by a test. */
export interface LabPromise {
  /** BuildKit's words, or a part of them, at which the build fails; the build goes through where absent. */
  fails: string | null;
  /** Rules that find an error in the files; none by default. */
  breaks: string[];
}

export const labIds = (): string[] => folders(root);

/** Reads a lab at build time. @throws when there is none of this id. */
export function lab(id: string): Lab & { promise: LabPromise } {
  const path = join(root, id, 'lab.yaml');
  if (!existsSync(path)) throw new Error(`No lab "${id}": there are ${labIds().join(', ')}`);
  const {
    title,
    editable = ['Dockerfile'],
    setup = {},
    fails = null,
    breaks = [],
  } = parse(readFileSync(path, 'utf8'));
  return { id, title, editable, setup, files: files(join(root, id, 'files')), promise: { fails, breaks } };
}

/** The project that the checker builds. */
export const labProject = ({ files, editable, setup }: Lab) => exerciseProject(files, editable, setup);
