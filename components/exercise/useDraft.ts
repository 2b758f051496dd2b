import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Files } from './data';
import { draftKey, draftToKeep, resumeDraft, sameFiles } from './draft';
import { keep, readKept, readStorage } from './storage';
import { type Damaged, useDamaged } from './useDamaged';

const none: readonly Files[] = [];
/** How long, in milliseconds, typing may go on before it is kept. */
const pause = 300;

interface State {
  files: Files;
  /** What stood before the last change of whole files, until the next edit. */
  before: Before | null;
  /** Counts the changes that did not come from an editor, which editors must take over. */
  outside: number;
}

export interface Before {
  files: Files;
  /** What was done to them: "Started over". */
  done: string;
}

type Action =
  | { do: 'edit'; path: string; text: string }
  | { do: 'put'; files: Files; done: string }
  | { do: 'undo' }
  | { do: 'take-over'; files: Files };

export function draftReducer(state: State, action: Action): State {
  const outside = state.outside + 1;
  switch (action.do) {
    case 'edit':
      if (state.files[action.path] === action.text) return state;
      return { ...state, files: { ...state.files, [action.path]: action.text }, before: null };
    case 'put':
      if (sameFiles(state.files, action.files)) return state;
      return { files: action.files, before: { files: state.files, done: action.done }, outside };
    case 'undo':
      return state.before ? { files: state.before.files, before: null, outside } : state;
    case 'take-over':
      return sameFiles(state.files, action.files) ? state : { files: action.files, before: null, outside };
  }
}

export interface Draft extends State, Damaged {
  edit: (path: string, text: string) => void;
  /** Puts whole files in the place of those that stand there, so that it can be undone. */
  put: (files: Files, done: string) => void;
  /** Takes back the last `put`. */
  undo: () => void;
  /** Puts other files in the place of all; what stood there is the caller's to keep. */
  take: (files: Files) => void;
}

/** The learner's files: kept between visits, and in step with the same exercise in other tabs. */
export function useDraft(exercise: string, starter: Files, earlier: readonly Files[] = none): Draft {
  const key = draftKey(exercise);
  const [state, dispatch] = useReducer(draftReducer, null, () => ({
    files: resumeDraft(readKept(key), starter, earlier),
    before: null,
    outside: 0,
  }));
  const { damaged, forgetDamaged } = useDamaged(exercise);
  /** What storage holds, as far as this tab knows, and what it does not hold yet. */
  const kept = useRef(state.files);
  const unsaved = useRef<Files | null>(null);

  const save = useCallback(() => {
    if (!unsaved.current) return;
    // What could not be kept stays unsaved: another tab must not take it off the screen.
    if (keep(key, draftToKeep(unsaved.current, starter)) !== 'kept') return;
    kept.current = unsaved.current;
    unsaved.current = null;
  }, [key, starter]);

  useEffect(() => {
    unsaved.current = state.files === kept.current ? null : state.files;
    const timer = setTimeout(save, pause);
    return () => clearTimeout(timer);
  }, [save, state.files]);

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
      if ((event.key !== key && event.key !== null) || unsaved.current) return;
      const found = readStorage(key);
      kept.current = resumeDraft(found.is === 'value' ? found.value : null, starter, earlier);
      if (found.is === 'nothing')
        dispatch({ do: 'put', files: kept.current, done: 'Forgotten in another tab' });
      else dispatch({ do: 'take-over', files: kept.current });
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [key, starter, earlier]);

  return {
    ...state,
    damaged,
    forgetDamaged,
    edit: (path, text) => dispatch({ do: 'edit', path, text }),
    put: (files, done) => dispatch({ do: 'put', files, done }),
    undo: () => dispatch({ do: 'undo' }),
    take: (files) => dispatch({ do: 'take-over', files }),
  };
}
