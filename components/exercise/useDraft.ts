import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Files } from './data';
import { draftKey, draftToKeep, resumeDraft, sameFiles } from './draft';
import { keep, readKept, type StorageState } from './storage';

/** How long, in milliseconds, typing may go on before it is kept. */
const pause = 300;

interface State {
  files: Files;
  /** What stood before the last reset, until the next edit. */
  beforeReset: Files | null;
  /** Counts the changes that did not come from an editor, which editors must take over. */
  outside: number;
}

type Action =
  | { do: 'edit'; path: string; text: string }
  | { do: 'reset'; starter: Files }
  | { do: 'undo-reset' }
  | { do: 'take-over'; files: Files };

export function draftReducer(state: State, action: Action): State {
  const outside = state.outside + 1;
  switch (action.do) {
    case 'edit':
      if (state.files[action.path] === action.text) return state;
      return { ...state, files: { ...state.files, [action.path]: action.text }, beforeReset: null };
    case 'reset':
      return { files: action.starter, beforeReset: state.files, outside };
    case 'undo-reset':
      return { files: state.beforeReset ?? state.files, beforeReset: null, outside };
    case 'take-over':
      return sameFiles(state.files, action.files)
        ? state
        : { files: action.files, beforeReset: null, outside };
  }
}

export interface Draft extends State {
  edit: (path: string, text: string) => void;
  reset: () => void;
  undoReset: () => void;
  /** Puts other files in the place of all; what stood there is the caller's to keep. */
  take: (files: Files) => void;
  storage: StorageState;
}

/** The learner's files: kept between visits, and in step with the same exercise in other tabs. */
export function useDraft(exercise: string, starter: Files): Draft {
  const key = draftKey(exercise);
  const [state, dispatch] = useReducer(draftReducer, null, () => ({
    files: resumeDraft(readKept(key), starter),
    beforeReset: null,
    outside: 0,
  }));
  const [storage, setStorage] = useState<StorageState>('kept');
  /** What storage holds, as far as this tab knows, and what it does not hold yet. */
  const kept = useRef(state.files);
  const unsaved = useRef<Files | null>(null);

  const save = useCallback(() => {
    if (!unsaved.current) return;
    setStorage(keep(key, draftToKeep(unsaved.current, starter)));
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
      if (event.key !== key || unsaved.current) return;
      kept.current = resumeDraft(readKept(key), starter);
      dispatch({ do: 'take-over', files: kept.current });
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [key, starter]);

  return {
    ...state,
    storage,
    edit: (path, text) => dispatch({ do: 'edit', path, text }),
    reset: () => dispatch({ do: 'reset', starter }),
    undoReset: () => dispatch({ do: 'undo-reset' }),
    take: (files) => dispatch({ do: 'take-over', files }),
  };
}
