import { useState } from 'react';
import type { Place } from '../exercise/Editor';

/** Which file is open, and the place in it that was last asked for. */
export interface OpenFile {
  /** Every file that can be opened, in the order of the tabs. */
  paths: readonly string[];
  path: string;
  place: Place | null;
  open: (path: string) => void;
  goTo: (place: Place) => void;
}

/**
 * The first file is open whenever the one that was open is gone.
 *
 * @param start - the file that is open at the start; the first one where it is null.
 * @param onOpen - told of every file that is opened.
 */
export function useOpenFile(
  paths: readonly string[],
  start: string | null = null,
  onOpen?: (path: string) => void,
): OpenFile {
  const [chosen, setChosen] = useState(start ?? paths[0] ?? '');
  const [place, setPlace] = useState<Place | null>(null);
  return {
    paths,
    path: paths.includes(chosen) ? chosen : (paths[0] ?? ''),
    place,
    open(path) {
      setChosen(path);
      setPlace(null);
      onOpen?.(path);
    },
    goTo(to) {
      setChosen(to.file);
      setPlace(to);
      onOpen?.(to.file);
    },
  };
}
