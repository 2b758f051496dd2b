import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { keep, readKept, type StorageState } from '../exercise/storage';
import { type OwnProject, projectFrom, sameProject } from './project';
import { pastedOverSample, sample } from './sample';

export const playgroundKey = 'guide:playground';
/** How long, in milliseconds, typing may go on before it is kept. */
const pause = 300;
/** Most that is kept, in characters; exercises share the same storage and must not be crowded out. */
const largest = 1_000_000;

interface State {
  project: OwnProject;
  /** What stood before the last change that replaced or removed something, and what that change was. */
  before: { project: OwnProject; says: string } | null;
  /** Counts the changes that did not come from an editor. */
  outside: number;
}

type Action =
  | { do: 'edit'; path: string; text: string }
  | { do: 'change'; project: OwnProject }
  | { do: 'replace'; project: OwnProject; says: string }
  | { do: 'join'; files: OwnProject['files']; sizes: OwnProject['sizes']; says: string }
  | { do: 'undo' }
  | { do: 'take-over'; state: Omit<State, 'outside'> };

export function playgroundReducer(state: State, action: Action): State {
  const outside = state.outside + 1;
  const { project, before } = state;
  switch (action.do) {
    case 'edit': {
      if (project.files[action.path] === action.text) return state;
      const files = { ...project.files, [action.path]: action.text };
      const whole = project.whole && !pastedOverSample(files);
      return { ...state, project: { ...project, files, whole } };
    }
    case 'change':
      return { project: action.project, before, outside };
    case 'replace':
      return { project: action.project, before: { project, says: action.says }, outside };
    case 'join': {
      const files = { ...project.files, ...action.files };
      const sizes = Object.fromEntries(
        Object.entries({ ...project.sizes, ...action.sizes }).filter(([path]) => !(path in action.files)),
      );
      for (const path of Object.keys(action.sizes)) delete files[path];
      return { project: { ...project, files, sizes }, before: { project, says: action.says }, outside };
    }
    case 'undo':
      return { project: before?.project ?? project, before: null, outside };
    case 'take-over':
      return { ...action.state, outside };
  }
}

/** `too-large` is ours, the others are the browser's. */
export type Keeping = StorageState | 'too-large';

export interface PlaygroundFiles extends State {
  keeping: Keeping;
  /** Nothing of the reader's own is in it. */
  untouched: boolean;
  edit: (path: string, text: string) => void;
  change: (project: OwnProject) => void;
  /** Puts another project in the place of this one, which can be brought back. */
  replace: (project: OwnProject, says: string) => void;
  /** Adds files to this project, over those of the same name. */
  join: (files: OwnProject['files'], sizes: OwnProject['sizes'], says: string) => void;
  undo: () => void;
}

/** The reader's own project: kept between visits, in step with other tabs. */
export function usePlayground(): PlaygroundFiles {
  const [state, dispatch] = useReducer(playgroundReducer, null, () => ({ ...read(), outside: 0 }));
  const [keeping, setKeeping] = useState<Keeping>('kept');
  /** What storage holds, as far as this tab knows, and what it does not hold yet. */
  const kept = useRef(state.project);
  const unsaved = useRef<State | null>(null);

  const save = useCallback(() => {
    if (!unsaved.current) return;
    setKeeping(write(unsaved.current));
    kept.current = unsaved.current.project;
    unsaved.current = null;
  }, []);

  useEffect(() => {
    unsaved.current = state.project === kept.current ? null : state;
    const timer = setTimeout(save, pause);
    return () => clearTimeout(timer);
  }, [save, state]);

  useEffect(() => {
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  useEffect(() => {
    const follow = (event: StorageEvent) => {
      // What is being typed here is newer than what the other tab has just kept.
      if (event.key !== playgroundKey || unsaved.current) return;
      const there = read();
      kept.current = there.project;
      dispatch({ do: 'take-over', state: there });
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);

  return {
    ...state,
    keeping,
    untouched: sameProject(state.project, sample),
    edit: (path, text) => dispatch({ do: 'edit', path, text }),
    change: (project) => dispatch({ do: 'change', project }),
    replace: (project, says) => dispatch({ do: 'replace', project, says }),
    join: (files, sizes, says) => dispatch({ do: 'join', files, sizes, says }),
    undo: () => dispatch({ do: 'undo' }),
  };
}

function read(): Omit<State, 'outside'> {
  const kept = readKept(playgroundKey) as {
    project?: unknown;
    before?: { project?: unknown; says?: unknown };
  } | null;
  const project = projectFrom(kept?.project);
  const before = projectFrom(kept?.before?.project);
  const says = kept?.before?.says;
  return {
    project: project ?? sample,
    before: project && before && typeof says === 'string' ? { project: before, says } : null,
  };
}

function write({ project, before }: State): Keeping {
  if (sameProject(project, sample) && !before) return keep(playgroundKey, null);
  const whole = { version: 1, project, before };
  const bare = { version: 1, project, before: null };
  const value = [whole, bare].find((each) => JSON.stringify(each).length <= largest) ?? null;
  const went = keep(playgroundKey, value);
  return went === 'kept' && value === null ? 'too-large' : went;
}
